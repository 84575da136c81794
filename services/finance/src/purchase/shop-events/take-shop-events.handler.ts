import { createHash } from 'node:crypto';
import { accept, type Outcome, type Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { PurchaseRefusal } from '../model/purchase.model';
import { againWhenTaken, enterPurchases, type RegisteredResult } from '../register-purchase/enter-purchases.policy';
import type { PurchaseContent } from '../register-purchase/register-purchase.command';
import { checkPurchase } from '../register-purchase/register-purchase.decide';
import type { RegistrationDependencies } from '../register-purchase/register-purchase.handler';
import type { ShopEndpoint } from './shop-endpoint';
import type { ShopEvents, TakenEvent } from './shop-event.repository';
import type { ReadEvent } from './read-shop-event';

export interface ShopEventDependencies extends RegistrationDependencies {
  readonly shopEvents: ShopEvents;
}

/** Why an event was refused, and where in it. */
export type EventError = Pick<Refusal, 'code' | 'path' | 'facts'>;

/** What came of an event. One that was refused is not remembered and may be brought again, put right. */
export type EventAnswer =
  | {
      readonly id: string;
      readonly state: 'REGISTERED' | 'EXISTED';
      readonly duplicate: boolean;
      readonly purchaseId: string;
    }
  | {
      readonly id: string | null;
      readonly state: 'REFUSED';
      readonly errors: readonly EventError[];
    };

/** Registers the orders of a batch of events, each for itself; an event that came before is answered as it was then. */
export function takeShopEvents(
  shop: ShopEndpoint,
  events: readonly ReadEvent[],
  dependencies: ShopEventDependencies,
): Promise<EventAnswer[]> {
  return againWhenTaken(() =>
    dependencies.database.transaction(shop.tenant, (tx) => take(tx, shop, events, dependencies)),
  );
}

type Result = Outcome<RegisteredResult, PurchaseRefusal>;

async function take(
  tx: TenantTransaction,
  shop: ShopEndpoint,
  events: readonly ReadEvent[],
  dependencies: ShopEventDependencies,
): Promise<EventAnswer[]> {
  const digests = events.map((event) => ('malformed' in event ? undefined : digestOf(shop, event)));
  const before = await dependencies.shopEvents.find(
    tx,
    digests.filter((digest) => digest !== undefined),
  );
  const results = new Map<string, Result>(before.map(({ digest, ...taken }) => [digest, accept(taken)]));
  const answered = new Set(results.keys());
  const fresh = new Map<string, ReadEvent>();
  for (const [index, event] of events.entries()) {
    const digest = digests[index];
    if (digest !== undefined && !results.has(digest) && !fresh.has(digest)) fresh.set(digest, event);
  }
  const entered = await enterFresh(tx, shop, fresh, dependencies);
  for (const [digest, result] of entered) results.set(digest, result);
  return events.map((event, index) => {
    const digest = digests[index];
    const duplicate = digest !== undefined && answered.has(digest);
    if (digest !== undefined) answered.add(digest);
    return answerTo(event, duplicate, digest === undefined ? undefined : results.get(digest));
  });
}

/** Enters the orders of events that did not come before, all in a few statements, and remembers those that were taken. */
async function enterFresh(
  tx: TenantTransaction,
  shop: ShopEndpoint,
  fresh: ReadonlyMap<string, ReadEvent>,
  dependencies: ShopEventDependencies,
): Promise<Map<string, Result>> {
  const path = ['data'];
  const now = dependencies.clock.now();
  const results = new Map<string, Result>();
  const good: { readonly digest: string; readonly content: PurchaseContent }[] = [];
  for (const [digest, event] of fresh) {
    if ('malformed' in event) continue;
    const checked = event.content.ok ? checkPurchase(event.content.value, now, path) : event.content;
    if (checked.ok) good.push({ digest, content: checked.value });
    else results.set(digest, checked);
  }
  const orders = good.map(({ content }) => ({ content, path }));
  const outcomes = await enterPurchases(tx, orders, `shop:${shop.name}`, dependencies);
  const taken: TakenEvent[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const digest = good[index]?.digest ?? '';
    results.set(digest, outcome);
    if (outcome.ok) taken.push({ digest, ...outcome.value });
  }
  await dependencies.shopEvents.add(tx, taken, now);
  return results;
}

function answerTo(event: ReadEvent, duplicate: boolean, result: Result | undefined): EventAnswer {
  if ('malformed' in event) {
    return { id: event.id, state: 'REFUSED', errors: [{ code: 'INPUT_INVALID', path: event.malformed }] };
  }
  const { id } = event;
  if (result === undefined) throw new Error('an event without an answer');
  if (!result.ok) return { id, state: 'REFUSED', errors: result.refusals.map(errorOf) };
  const { purchaseId, existed } = result.value;
  return { id, state: existed ? 'EXISTED' : 'REGISTERED', duplicate, purchaseId };
}

function errorOf({ code, path, facts }: Refusal): EventError {
  return { code, ...(path === undefined ? {} : { path }), ...(facts === undefined ? {} : { facts }) };
}

function digestOf({ key }: ShopEndpoint, { source, id }: { readonly source: string; readonly id: string }): string {
  return createHash('sha256').update(`${key}\n${source}\n${id}`).digest('hex');
}

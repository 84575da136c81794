import { caseAccepted } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { openMessaging, type Messaging } from '@redress/messaging';
import { createLogger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { eventually, testNatsUrl } from '@redress/testkit';
import { aHistory, type AnyEvent } from '../../test-bench/arbitrary-events';
import { analyticsSchema, versionsOf } from '../../test-bench/journal';
import { seeded } from '../../test-bench/seeded-facts';
import { seenOf, type Seen } from '../../test-bench/seen-facts';
import { Wire, type WireMessage } from '../../test-bench/wire';
import { remaking, takingIn } from '../composition-root';
import { projections } from '../projections';

const logger = createLogger({ service: 'analytics-test', level: 'silent' });
const HISTORY = aHistory(new Set(projections.keys()), 20_261_122);

type Mangling = (messages: readonly WireMessage[], random: () => number) => readonly WireMessage[];

const byPlace = (places: readonly (readonly [WireMessage, number])[]): readonly WireMessage[] =>
  [...places].sort(([, left], [, right]) => left - right).map(([message]) => message);

const LAST = ['intake', 'case-handling', 'finance'];

/** What may happen between a producer and a consumer. */
const MANGLED: Readonly<Record<string, Mangling>> = {
  'sent two or three times': (messages, random) =>
    messages.flatMap((message) => Array.from({ length: random() < 0.5 ? 2 : 3 }, () => message)),
  'out of order within a stretch': (messages, random) =>
    byPlace(messages.map((message, place) => [message, place + random() * 40])),
  'producer by producer, the first one last': (messages) =>
    byPlace(messages.map((message) => [message, -LAST.indexOf(message.producer)])),
  'from the last to the first': (messages) => [...messages].reverse(),
  'a third of them long after the others': (messages, random) =>
    byPlace(messages.map((message, place) => [message, random() < 0.3 ? place + messages.length : place])),
  'in any order, some of them twice': (messages, random) =>
    byPlace(
      messages.flatMap((message) => Array.from({ length: random() < 0.3 ? 2 : 1 }, () => [message, random()] as const)),
    ),
};

describe('what comes over the wire', () => {
  const prefix = `w${newId().slice(-8)}`;
  let schema: Awaited<ReturnType<typeof analyticsSchema>>;
  let database: Database;
  let messaging: Messaging;
  let wire: Wire;
  let plain: Pick<Seen, 'facts' | 'rows'>;

  beforeAll(async () => {
    schema = await analyticsSchema();
    ({ database } = schema);
    messaging = openMessaging({ service: 'analytics', database, natsUrl: testNatsUrl(), logger, streamPrefix: prefix });
    for (const consumption of takingIn({ listeners: [], handlers: {} })) messaging.consume(consumption);
    await messaging.start();
    wire = await Wire.open(testNatsUrl(), prefix);
    const tenant = `t-${newId()}`;
    await wire.send(wire.messages(tenant, HISTORY));
    await wire.heard();
    plain = await takenAll(tenant);
    expect(plain.facts.length).toBeGreaterThan(50);
    expect(plain.rows.length).toBeGreaterThan(60);
  }, 120_000);

  afterAll(async () => {
    await wire?.close();
    await messaging?.stop();
    await schema?.close();
  });

  /** What became of the history: every event of it, once. */
  async function takenAll(tenant: string, complete = true) {
    const { facts, rows, ...asOf } = await seenOf(database, tenant);
    expect(asOf).toEqual({ position: BigInt(HISTORY.length), complete });
    return { facts, rows };
  }

  it.each(Object.entries(MANGLED))(
    'comes to the same facts and figures when it is %s',
    async (_, mangle) => {
      const tenant = `t-${newId()}`;
      await wire.send(mangle(wire.messages(tenant, HISTORY), seeded(7)));
      await wire.heard();
      await postponed(tenant);
      expect(await takenAll(tenant)).toEqual(plain);
    },
    90_000,
  );

  /** What was acknowledged because it is kept waits for what was before it, and is looked at by itself. */
  async function postponed(tenant: string): Promise<void> {
    await eventually(async () => (await seenOf(database, tenant)).complete, {
      what: 'what waits',
      timeoutMs: 60_000,
    });
  }

  it('changes nothing, not even a version, when the streams are heard once more from the beginning', async () => {
    const tenant = `t-${newId()}`;
    await wire.send(wire.messages(tenant, HISTORY));
    await wire.heard();
    const before = await versionsOf(database, tenant, 1);
    await wire.forget();
    await wire.heard();
    expect(await versionsOf(database, tenant, 1)).toEqual(before);
    expect(await takenAll(tenant)).toEqual(plain);
    expect(await remaking(database, [], 50).verify(tenant)).toMatchObject({ ok: true, value: { differences: [] } });
  }, 90_000);

  it('goes on beside an event that is newer than it knows, and tells that figures lack it', async () => {
    const tenant = `t-${newId()}`;
    const last = HISTORY.findLast(({ event }) => event.aggregatetype === 'case');
    if (last === undefined) throw new Error('the history has no case');
    const newer = (further: number, version: number): AnyEvent => ({
      name: caseAccepted.type,
      event: {
        ...last.event,
        id: newId(),
        type: `redress.${caseAccepted.type}.v${version}`,
        aggregateversion: last.event.aggregateversion + further,
      },
    });
    const events = [newer(1, 99), newer(2, 1), ...HISTORY];
    await wire.send(wire.messages(tenant, events));
    await wire.heard();
    expect(await takenAll(tenant, false)).toEqual(plain);
  }, 90_000);
});

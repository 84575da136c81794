import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { remainingUnder, quantityUnder, type Ceiling } from '../../ceiling/model/ceiling.model';
import type { CeilingRepository } from '../../ceiling/model/ceiling.repository';
import type { SignatureBook } from '../../authority/model/signatures.repository';
import { parseQuantity } from '../../ceiling/model/quantity.model';
import {
  adjustSettlement,
  type AdjustmentDependencies,
} from '../../settlement/adjust-settlement/adjust-settlement.handler';
import type { Settlement } from '../../settlement/model/settlement.model';
import { regulatedCase, type CaseSources } from '../model/regulated-case.policy';
import { groupOf, type PostedLine } from '../model/posted-parts.model';
import type { ReturnAuthorisation } from '../model/return-authorisation.model';
import { MATTER } from '../model/return-exception.model';
import type { ReturnExceptionRepository } from '../model/return-exception.repository';
import { actualOf } from '../model/return-line.model';
import type { ReturnPolicies } from '../model/return-policy.repository';
import type { ReconciliationRefusal } from '../model/return.errors';
import type { ReturnRepository } from '../model/return.repository';
import { isMoneyDecided } from '../model/return.rules';
import { reconcileReturn as decide, type ReconciledReturn } from './reconcile-return.decide';

export interface ReconcileReturn {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  readonly returnId: string;
  readonly expectedVersion: number;
  readonly isFinal: boolean;
}

export interface ReconciliationDependencies extends AdjustmentDependencies, CaseSources {
  readonly database: Database;
  readonly clock: Clock;
  readonly returns: ReturnRepository;
  readonly exceptions: ReturnExceptionRepository;
  readonly policies: ReturnPolicies;
  readonly signatures: Pick<SignatureBook, 'notePreparer'>;
}

/** Stable code; the settlement's event tells it. */
const POSTED_AS_RECEIVED = 'FINANCE_RETURN_POSTED_AS_RECEIVED';

/** Matches authorised and actual quantities of a return, and changes what its settlement pays. The answer is its id. */
export function reconcileReturn(
  { tenantId, subject: by, idempotencyKey, returnId, expectedVersion, isFinal }: ReconcileReturn,
  dependencies: ReconciliationDependencies,
): Promise<CommandResult<string, ReconciliationRefusal>> {
  const { database, clock, settlements, returns, exceptions, policies } = dependencies;
  const request = { returnId, expectedVersion, isFinal };
  const identity = { tenantId, operation: 'reconcileReturn', subject: by, idempotencyKey, request, keepForEver: true };
  return executeCommand<string, ReconciliationRefusal>(database, identity, async (tx) => {
    const settlementId = await returns.settlementIdOf(tx, returnId);
    const settlement = settlementId === undefined ? undefined : await settlements.lock(tx, settlementId);
    const authorisation = settlement === undefined ? undefined : await returns.lock(tx, returnId);
    if (settlement === undefined || authorisation === undefined) {
      return refuse({ code: 'NOT_FOUND', path: ['input', 'returnId'] });
    }
    const now = clock.now();
    const { binding } = await regulatedCase(tx, authorisation.caseId, dependencies);
    const matching = {
      ...{ settlement, authorisation, binding },
      openExceptions: await exceptions.openOf(tx, returnId),
      policy: await policies.of(tx),
      most: await mostFor(tx, settlement, authorisation, dependencies.ceilings),
    };
    const decision = decide(matching, { expectedVersion, isFinal, by, now });
    if (!decision.ok) return decision;
    return post(tx, { settlement, before: authorisation, by, now }, decision.value, dependencies);
  });
}

async function post(
  tx: TenantTransaction,
  { settlement, before, by, now: at }: { settlement: Settlement; before: ReturnAuthorisation; by: string; now: Date },
  { authorisation: after, parts, paidDiffers }: ReconciledReturn,
  dependencies: ReconciliationDependencies,
): Promise<Outcome<string, ReconciliationRefusal>> {
  const { returns, exceptions, signatures } = dependencies;
  // Whoever vouches for the goods does not release the money for them, also where it stays as it was promised.
  if (!isMoneyDecided(settlement)) await signatures.notePreparer(tx, settlement.id, by);
  if (parts !== undefined) {
    const adjustment = { parts, reason: POSTED_AS_RECEIVED, by };
    const adjusted = await adjustSettlement(tx, settlement.id, adjustment, dependencies);
    if (!adjusted.ok) return adjusted;
  }
  await returns.save(tx, { before, after, events: [{ type: 'ReturnReconciled', at, by }] });
  const overdue = before.lines.map(({ id }) => MATTER.overdue(id));
  await exceptions.endOf(tx, overdue, { resolution: 'ACCEPTED', reason: POSTED_AS_RECEIVED, by, at });
  if (paidDiffers) {
    const { id: authorisationId, owner } = before;
    const about = { kind: 'PAID_DIFFERS', matter: MATTER.paid(authorisationId), authorisationId } as const;
    await exceptions.raise(tx, [{ ...about, quantity: 0n, owner, raisedAt: at }]);
  }
  return accept(before.id);
}

/**
 * Where more came than was authorised: what its parts draw now, and what is left beside. The ceilings of the whole
 * settlement are locked at once, as for every other change of it.
 */
async function mostFor(
  tx: TenantTransaction,
  { parts }: Settlement,
  { lines }: ReturnAuthorisation,
  ceilings: CeilingRepository,
): Promise<ReadonlyMap<string, NonNullable<PostedLine['most']>>> {
  const more = lines.filter((line) => actualOf(line) > line.authorised);
  if (more.length === 0) return new Map();
  const drawn = parts.flatMap(({ draws }) => draws.map(({ ceilingId }) => ceilingId));
  const ofLines = await ceilings.idsByLines(tx, more);
  const locked = await ceilings.lockMany(tx, [...new Set([...drawn, ...ofLines])]);
  return new Map(
    more.map((line) => {
      const group = groupOf(line, parts).flatMap(({ draws }) => draws);
      const own = new Set(group.map(({ ceilingId }) => ceilingId));
      const under = locked.filter(({ id }) => own.has(id));
      const drawnMinor = group.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
      const amountMinor = under.reduce((sum, ceiling) => sum + remainingUnder(ceiling).amountMinor, drawnMinor);
      const quantity = mostQuantity(under, group);
      return [line.id, { amountMinor, ...(quantity === undefined ? {} : { quantity }) }] as const;
    }),
  );
}

function mostQuantity(
  under: readonly Ceiling[],
  draws: readonly { readonly ceilingId: string; readonly quantity?: string }[],
): bigint | undefined {
  const line = under.find(({ kind }) => kind === 'ORDER_LINE');
  const left = line === undefined ? undefined : quantityUnder(line);
  if (line === undefined || left === undefined) return undefined;
  const own = draws.filter(({ ceilingId, quantity }) => ceilingId === line.id && quantity !== undefined);
  return own.reduce((sum, { quantity = '0' }) => sum + parseQuantity(quantity), parseQuantity(left));
}

import type { TenantTransaction } from '@redress/persistence';
import type { FactOf, LaterFact, LaterFactType, ResolutionProposed } from '../model/case.events';
import type { ComplaintCase } from '../model/case.model';
import type { ResolutionState } from '../model/resolution.transitions';
import { clockColumns } from './complaint-case.mapper';

/** Stores what a fact leaves outside of the case's own row; `after` is the case after the whole course. */
type FactWriter<Type extends LaterFactType> = (
  tx: TenantTransaction,
  after: ComplaintCase,
  fact: FactOf<Type>,
) => Promise<void> | void;

const WRITERS: { readonly [Type in LaterFactType]?: FactWriter<Type> } = {
  INVESTIGATION_RECORDED: (tx, { id: case_id }, { investigationId, validity, findings, by, at }) => {
    tx.insertAtCommit('investigation', [
      { case_id, id: investigationId, validity, findings, recorded_by: by, recorded_at: at },
    ]);
  },
  RESOLUTION_PROPOSED: (tx, { id }, fact) => {
    tx.insertAtCommit('resolution', [resolutionColumns(id, fact)]);
    tx.insertAtCommit('remedy', remedyColumns(id, fact));
  },
  RESOLUTION_APPROVED: (tx, after, { resolutionId, by, at }) =>
    setResolution(tx, after.id, resolutionId, 'APPROVED', { decided_by: by, decided_at: at }),
  RESOLUTION_REJECTED: (tx, after, { resolutionId, by, at, reason }) =>
    setResolution(tx, after.id, resolutionId, 'REJECTED', { decided_by: by, decided_at: at, rejection_reason: reason }),
  REPLY_SENT: async (tx, { id: case_id }, { replyId, resolutionId, form, text, by, at }) => {
    tx.insertAtCommit('reply', [
      { case_id, id: replyId, resolution_id: resolutionId ?? null, form, text, sent_by: by, sent_at: at },
    ]);
    if (resolutionId !== undefined) await setResolution(tx, case_id, resolutionId, undefined, { communicated_at: at });
  },
  CONSENT_RECORDED: async (tx, { id: case_id }, { consentId, resolutionId, decision, note, by, at }) => {
    tx.insertAtCommit('consent', [
      {
        case_id,
        id: consentId,
        resolution_id: resolutionId,
        decision,
        note: note ?? null,
        recorded_by: by,
        recorded_at: at,
      },
    ]);
    await setResolution(tx, case_id, resolutionId, decision, {});
  },
  CLOCK_STARTED: (tx, { id }, { clock }) => {
    tx.insertAtCommit('stage_clock', [clockColumns(id, clock)]);
  },
  CLOCK_COMPLETED: (tx, { id }, { clockId, at }) => stopClocks(tx, id, [clockId], 'COMPLETED', at),
  REMEDY_SETTLED: (tx, { id }, { resolutionId, remedyId, settlementId }) =>
    run(
      tx,
      `UPDATE remedy r SET r.settlement_id = :settlementId, r.settlement_state = 'COMPLETED'
       WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.resolution_id = :resolutionId AND r.id = :remedyId`,
      { caseId: id, resolutionId, remedyId, settlementId },
    ),
  SETTLEMENT_RETURNED: (tx, { id }, { resolutionId, settlementId, reason, maximum }) =>
    setResolution(tx, id, resolutionId, 'RETURNED', {
      return_reason: reason,
      return_settlement_id: settlementId,
      return_maximum_minor: maximum?.amountMinor ?? null,
      return_currency: maximum?.currency ?? null,
    }),
  RESOLUTION_EXECUTED: (tx, { id }, { resolutionId }) => setResolution(tx, id, resolutionId, 'EXECUTED', {}),
  CASE_CLOSED: async (tx, { id, clocks, resolution }, { at }) => {
    const ended = clocks.filter(({ state }) => state === 'DISCONTINUED').map((clock) => clock.id);
    if (ended.length > 0) await stopClocks(tx, id, ended, 'DISCONTINUED', at);
    if (resolution?.state === 'DROPPED') await setResolution(tx, id, resolution.id, 'DROPPED', {});
  },
};

/** Stores what a fact leaves outside of the case's own row. */
export async function writeFact(tx: TenantTransaction, after: ComplaintCase, fact: LaterFact): Promise<void> {
  await write(tx, after, fact);
}

async function write<Type extends LaterFactType>(
  tx: TenantTransaction,
  after: ComplaintCase,
  fact: FactOf<Type>,
): Promise<void> {
  const writer: FactWriter<Type> | undefined = WRITERS[fact.type];
  await writer?.(tx, after, fact);
}

async function run(tx: TenantTransaction, sql: string, params: Record<string, unknown>): Promise<void> {
  await tx.execute(sql, params);
}

async function setResolution(
  tx: TenantTransaction,
  caseId: string,
  resolutionId: string,
  state: ResolutionState | undefined,
  columns: Record<string, unknown>,
): Promise<void> {
  const values = state === undefined ? columns : { ...columns, state };
  const assignments = Object.keys(values).map((column) => `r.${column} = :${column}`);
  await run(
    tx,
    `UPDATE resolution r SET ${assignments.join(', ')}
     WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.id = :resolutionId`,
    { ...values, caseId, resolutionId },
  );
}

async function stopClocks(
  tx: TenantTransaction,
  caseId: string,
  clockIds: readonly string[],
  state: 'COMPLETED' | 'DISCONTINUED',
  at: Date,
): Promise<void> {
  await run(
    tx,
    `UPDATE stage_clock k SET k.state = :state, k.stopped_at = :at
     WHERE k.tenant_id = :tenantId AND k.case_id = :caseId AND k.id IN (:clockIds)`,
    { caseId, clockIds, state, at },
  );
}

function resolutionColumns(case_id: string, { resolutionId, position, text, by, at }: ResolutionProposed) {
  return { case_id, id: resolutionId, position, state: 'PROPOSED', text, proposed_by: by, proposed_at: at };
}

function remedyColumns(case_id: string, { resolutionId, remedies }: ResolutionProposed) {
  return remedies.map(({ id, kind, orderLine, amount, note }, position) => ({
    case_id,
    resolution_id: resolutionId,
    id,
    position,
    kind,
    order_number: orderLine?.orderNumber ?? null,
    line_number: orderLine?.lineNumber ?? null,
    amount_minor: amount?.amountMinor ?? null,
    currency: amount?.currency ?? null,
    note: note ?? null,
  }));
}

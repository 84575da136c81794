import { appendEventsOfMany, type Cause } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { SettlementListener } from '../model/settlement-hooks.policy';
import type { Settlement, SettlementChange } from '../model/settlement.model';
import type { SettlementRepository } from '../model/settlement.repository';
import { settlementPublication } from '../published/settlement.publication';
import { fromRow, toRow } from './settlement.mapper';
import { SettlementRow } from './settlement.row';

/** Stores settlements, publishes what happened to them and tells the listeners, all in the caller's transaction. */
export function settlementsInMysql(listeners: readonly SettlementListener[]): SettlementRepository {
  return {
    async lock(tx, id) {
      const row = await tx.rows(SettlementRow).findOne({ id }, { lock: 'update' });
      return row === undefined ? undefined : fromRow(row);
    },

    async lockUndecided(tx, caseId) {
      const rows = await tx
        .rows(SettlementRow)
        .findMany({ caseId, state: ['PROPOSED', 'RELEASED'] }, { lock: 'update', orderBy: { id: 'ASC' } });
      return rows.map(fromRow);
    },

    async exists(tx, { resolutionId, remedyId }) {
      return (await tx.rows(SettlementRow).findOne({ resolutionId, remedyId })) !== undefined;
    },

    async add(tx, change, cause) {
      await tx.rows(SettlementRow).insert(toRow(change.settlement));
      await insertDraws(tx, change.settlement);
      await append(tx, change, cause);
      await tell(listeners, tx, change);
    },

    async save(tx, change, cause) {
      const { settlement, events } = change;
      const { state, reason, decidedBy, decidedAt, completedAt, amountMinor, parts } = toRow(settlement);
      const adjusted = events.some(({ type }) => type === 'SettlementAdjusted');
      await tx.rows(SettlementRow).updateVersioned({
        id: settlement.id,
        expectedVersion: settlement.version - events.length,
        increment: events.length,
        patch: {
          ...{ state, reason, decidedBy, decidedAt, completedAt },
          ...(adjusted ? { amountMinor, parts } : {}),
        },
      });
      if (adjusted) {
        await tx.execute('DELETE d FROM settlement_draw d WHERE d.tenant_id = :tenantId AND d.settlement_id = :id', {
          id: settlement.id,
        });
        await insertDraws(tx, settlement);
      }
      await append(tx, change, cause);
      await tell(listeners, tx, change);
    },
  };
}

async function append(tx: TenantTransaction, { settlement, events }: SettlementChange, cause?: Cause): Promise<void> {
  if (events.length === 0) return;
  await appendEventsOfMany(tx, [
    {
      aggregate: { id: settlement.id, version: settlement.version },
      events: events.map((event) => settlementPublication(settlement, event)),
      ...(cause === undefined ? {} : { cause }),
    },
  ]);
}

async function tell(
  listeners: readonly SettlementListener[],
  tx: TenantTransaction,
  { settlement, events }: SettlementChange,
): Promise<void> {
  for (const event of events) {
    for (const listener of listeners) {
      if (listener.hears.includes(event.type)) await listener.hear(tx, settlement, event);
    }
  }
}

/** For those who ask by ceiling; a part draws on a ceiling once. */
async function insertDraws(tx: TenantTransaction, { id, parts }: Settlement): Promise<void> {
  const rows = parts.flatMap(({ part, draws }) =>
    draws.map(({ ceilingId, amountMinor, quantity = null }) => ({
      ...{ settlement_id: id, part, quantity },
      ceiling_id: ceilingId,
      amount_minor: amountMinor,
    })),
  );
  if (rows.length > 0) await tx.insertMany('settlement_draw', rows);
}

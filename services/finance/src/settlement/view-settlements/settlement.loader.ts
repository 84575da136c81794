import { toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import { visibilityOf } from '../../access/access.rules';
import { payoutsBySettlement, type PayoutRecord } from '../../payout/view-payouts/payout.query';
import type { Settlement } from './settlement.gql';
import { toSettlement } from './to-settlement.gql';
import { postingsBySettlement, settlementsBy, type PostingRecord, type SettlementKey } from './settlement.query';

/** The settlement that a mutation was about, or why it was refused. */
export interface SettlementAnswer {
  readonly settlement: Settlement | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** Finds settlements for one request, in one statement for each kind of key however many are asked for. */
export class SettlementLoader {
  constructor(private readonly database: Database) {}

  /** Those that the viewer may see under the key, oldest first. */
  async find(context: GraphContext, key: SettlementKey, value: string): Promise<readonly Settlement[]> {
    const visibility = visibilityOf(context.viewer);
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, Settlement[]>(`settlements:${key}`, async (values) => {
      const groups = await settlementsBy(reader, key, values, visibility);
      return groups.map((records) => records.map((record) => toSettlement(record, visibility)));
    });
    return (await loader.load(value)) ?? [];
  }

  /** What a mutation answers: the settlement as it is now, not from the request's memory, or why it was refused. */
  async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<SettlementAnswer> {
    if (!outcome.ok) return { settlement: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const visibility = visibilityOf(context.viewer);
    const reader = this.database.reader(context.viewer.tenantId);
    const record = (await settlementsBy(reader, 'id', [outcome.value], visibility))[0]?.[0];
    const settlement = record === undefined ? null : toSettlement(record, visibility);
    return { settlement, replayed, userErrors: [] };
  }

  /** The same for several commands, in their order, with one statement. */
  async answers(results: readonly CommandResult<string>[], context: GraphContext): Promise<SettlementAnswer[]> {
    const visibility = visibilityOf(context.viewer);
    const reader = this.database.reader(context.viewer.tenantId);
    const ids = results.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
    const groups = ids.length === 0 ? [] : await settlementsBy(reader, 'id', ids, visibility);
    const records = new Map(groups.flat().map((record) => [record.id, record]));
    return results.map(({ outcome, replayed }) => {
      if (!outcome.ok) return { settlement: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
      const record = records.get(outcome.value);
      return { settlement: record === undefined ? null : toSettlement(record, visibility), replayed, userErrors: [] };
    });
  }

  async payments(context: GraphContext, settlementId: string): Promise<readonly PayoutRecord[]> {
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, PayoutRecord[]>('payments', (ids) => payoutsBySettlement(reader, ids));
    return (await loader.load(settlementId)) ?? [];
  }

  async postings(context: GraphContext, settlementId: string): Promise<readonly PostingRecord[]> {
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, PostingRecord[]>('postings', (ids) => postingsBySettlement(reader, ids));
    return (await loader.load(settlementId)) ?? [];
  }
}

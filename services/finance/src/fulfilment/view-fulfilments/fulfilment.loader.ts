import { toGlobalId, toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import type { Fulfilment } from './fulfilment.gql';
import { fulfilmentsById, fulfilmentsBySettlement, type FulfilmentRecord } from './fulfilment.query';

/** The fulfilment as people see it. */
export function toFulfilment(record: FulfilmentRecord): Fulfilment {
  return { ...record, id: toGlobalId('Fulfilment', record.id) };
}

/** Finds fulfilments for one request. */
export class FulfilmentLoader {
  constructor(private readonly database: Database) {}

  async find(context: GraphContext, id: string): Promise<Fulfilment | null> {
    const loader = context.loader<string, Fulfilment | null>('fulfilments', async (ids) => {
      const records = await fulfilmentsById(this.database.reader(context.viewer.tenantId), ids);
      return records.map((record) => (record === null ? null : toFulfilment(record)));
    });
    return (await loader.load(id)) ?? null;
  }

  async ofSettlement(context: GraphContext, settlementId: string): Promise<Fulfilment[]> {
    const loader = context.loader<string, Fulfilment[]>('fulfilments-of-settlement', async (ids) => {
      const groups = await fulfilmentsBySettlement(this.database.reader(context.viewer.tenantId), ids);
      return groups.map((records) => records.map(toFulfilment));
    });
    return (await loader.load(settlementId)) ?? [];
  }

  /** What a mutation answers: the fulfilment as it is now, or why it was refused. */
  async answer(
    { outcome, replayed }: CommandResult<string>,
    context: GraphContext,
  ): Promise<{ fulfilment: Fulfilment | null; replayed: boolean; userErrors: UserError[] }> {
    if (!outcome.ok) return { fulfilment: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const [record] = await fulfilmentsById(this.database.reader(context.viewer.tenantId), [outcome.value]);
    return {
      fulfilment: record === null || record === undefined ? null : toFulfilment(record),
      replayed,
      userErrors: [],
    };
  }
}

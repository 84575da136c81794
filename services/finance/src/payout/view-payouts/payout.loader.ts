import { toUserErrors, type GraphContext, type UserError } from '@redress/graphql-runtime';
import type { CommandResult, Database } from '@redress/persistence';
import { isStaff } from '../../access/access.rules';
import type { PayeeAccount, Payout, PayoutEvidence } from './payout.gql';
import { accountsByPayee, evidenceByPayment, payoutsById } from './payout.query';
import { toEvidence, toPayeeAccount, toPayout } from './to-payout.gql';

/** The payment that a mutation was about, or why it was refused. */
export interface PayoutAnswer {
  readonly payout: Payout | null;
  readonly replayed: boolean;
  readonly userErrors: UserError[];
}

/** Finds payments, and what belongs to them, for one request. */
export class PayoutLoader {
  constructor(private readonly database: Database) {}

  async find(context: GraphContext, id: string): Promise<Payout | null> {
    const reader = this.database.reader(context.viewer.tenantId);
    if (!isStaff(context.viewer)) return null;
    const loader = context.loader<string, Payout | null>('payouts', async (ids) => {
      const records = await payoutsById(reader, ids);
      return records.map((record) => (record === null ? null : toPayout(record, true)));
    });
    return (await loader.load(id)) ?? null;
  }

  async evidence(context: GraphContext, id: string): Promise<PayoutEvidence[]> {
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, PayoutEvidence[]>('payout-evidence', async (ids) => {
      const groups = await evidenceByPayment(reader, ids);
      return groups.map((records) => records.map(toEvidence));
    });
    return (await loader.load(id)) ?? [];
  }

  async payeeAccount(context: GraphContext, payee: string): Promise<PayeeAccount | null> {
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, PayeeAccount | null>('payee-accounts', async (payees) => {
      const records = await accountsByPayee(reader, payees);
      return records.map((record) => (record === null ? null : toPayeeAccount(record)));
    });
    return (await loader.load(payee)) ?? null;
  }

  /** What a mutation answers: the payment as it is now, not from the request's memory, or why it was refused. */
  async answer({ outcome, replayed }: CommandResult<string>, context: GraphContext): Promise<PayoutAnswer> {
    if (!outcome.ok) return { payout: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    const [record] = await payoutsById(this.database.reader(context.viewer.tenantId), [outcome.value]);
    const payout = record === null || record === undefined ? null : toPayout(record, isStaff(context.viewer));
    return { payout, replayed, userErrors: [] };
  }
}

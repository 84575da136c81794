import { fromGlobalId, requireRole, toGlobalId, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { isStaff, SETTLEMENT_READERS } from '../../access/access.rules';
import { reasonText } from './reason-texts';
import { Payout } from '../../payout/view-payouts/payout.gql';
import { toPayout } from '../../payout/view-payouts/to-payout.gql';
import { Case, Complaint, Posting, Settlement } from './settlement.gql';
import type { SettlementLoader } from './settlement.loader';

@Resolver(() => Settlement)
export class SettlementResolver {
  constructor(private readonly settlements: SettlementLoader) {}

  @Directive('@authenticated')
  @Query(() => Settlement, {
    nullable: true,
    description: 'A settlement by its id; null when there is none for the viewer.',
  })
  async settlement(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Settlement | null> {
    requireRole(context, ...SETTLEMENT_READERS);
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined) return null;
    return (await this.settlements.find(context, 'id', settlementId))[0] ?? null;
  }

  @Directive('@authenticated')
  @Query(() => Settlement, { nullable: true, description: 'A settlement by the number that people use.' })
  async settlementByNumber(
    @Arg('number', () => String, { description: 'Its number, for example `S2026-000017`.' }) number: string,
    @Ctx() context: GraphContext,
  ): Promise<Settlement | null> {
    requireRole(context, ...SETTLEMENT_READERS);
    return (await this.settlements.find(context, 'number', number))[0] ?? null;
  }

  @FieldResolver(() => Case, { nullable: true, description: 'The case whose resolution it carries out.' })
  case(@Root() { caseId }: Settlement): Case {
    return { id: toGlobalId('Case', caseId) };
  }

  @FieldResolver(() => Complaint, { nullable: true, description: 'The complaint behind it.' })
  complaint(@Root() { complaintId }: Settlement): Complaint {
    return { id: toGlobalId('Complaint', complaintId) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reason in the language of the request (`Accept-Language`: zh-CN or en).',
  })
  reasonText(@Root() { reason }: Settlement, @Ctx() { locale }: GraphContext): string | null {
    return reason === null ? null : reasonText(reason, locale);
  }

  @FieldResolver(() => [Payout], {
    description: 'The payments by which it is paid, in their sequence; none until finance has approved.',
  })
  async payouts(@Root() { id }: Settlement, @Ctx() context: GraphContext): Promise<Payout[]> {
    const settlementId = fromGlobalId('Settlement', id);
    const payments = settlementId === undefined ? [] : await this.settlements.payments(context, settlementId);
    return payments.map((payment) => toPayout(payment, isStaff(context.viewer)));
  }

  @FieldResolver(() => [Posting], {
    nullable: true,
    description: 'What was booked for it, in the order of booking; for staff only.',
  })
  async postings(@Root() { id }: Settlement, @Ctx() context: GraphContext): Promise<Posting[] | null> {
    const settlementId = fromGlobalId('Settlement', id);
    if (settlementId === undefined || !isStaff(context.viewer)) return null;
    const postings = await this.settlements.postings(context, settlementId);
    return postings.map(({ amount, ...posting }) => ({ ...posting, amount: toMoney(amount) }));
  }
}

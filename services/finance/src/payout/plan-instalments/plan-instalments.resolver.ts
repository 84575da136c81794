import { fromGlobalId, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { DECIDERS, isStaff } from '../../access/access.rules';
import { instalmentsOf, type Instalment } from '../../payment/model/instalment.model';
import type { InstalmentPlanRepository } from '../../payment/model/instalment-plan.repository';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { Settlement } from '../../settlement/view-settlements/settlement.gql';
import type { SettlementLoader } from '../../settlement/view-settlements/settlement.loader';
import { toPayout } from '../view-payouts/to-payout.gql';
import { PlanInstalmentsInput, PlanInstalmentsPayload, SettlementInstalment } from './instalment.gql';
import { planInstalments, type PlanInstalmentsDependencies } from './plan-instalments.handler';

@Resolver(() => Settlement)
export class PlanInstalmentsResolver {
  constructor(
    private readonly dependencies: PlanInstalmentsDependencies,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => PlanInstalmentsPayload, {
    description:
      'Says on which days a settlement that nobody has approved yet is to be paid, in the place of what was said before. For finance and managers.',
  })
  async planInstalments(
    @Arg('input', () => PlanInstalmentsInput, { description: 'Which, and on which days.' }) input: PlanInstalmentsInput,
    @Ctx() context: GraphContext,
  ): Promise<PlanInstalmentsPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const settlementId = fromGlobalId('Settlement', input.settlementId);
    const { weights, ...rest } = input;
    const weighted = weights === null || weights === undefined ? {} : { weights };
    const result =
      unusableKey(input.idempotencyKey) ??
      (settlementId === undefined
        ? notFound('settlementId')
        : await planInstalments({ ...rest, ...weighted, tenantId, subject, settlementId }, this.dependencies));
    return this.settlements.answer(result, context);
  }

  @FieldResolver(() => [SettlementInstalment], {
    description: 'On which days it is paid, and how much on each; none for one that is paid at once.',
  })
  async instalments(@Root() settlement: Settlement, @Ctx() context: GraphContext): Promise<SettlementInstalment[]> {
    const { id, amount } = settlement;
    const settlementId = fromGlobalId('Settlement', id);
    const plan = settlementId === undefined ? [] : await planOf(settlementId, context, this.dependencies);
    if (settlementId === undefined || plan.length === 0) return [];
    const payments = await this.settlements.payments(context, settlementId);
    const sum = { amountMinor: BigInt(amount.minorUnits), currency: amount.currency };
    return instalmentsOf(plan, sum).map(({ number, dueOn, amount: share }) => ({
      ...{ number, dueOn, amount: toMoney(share) },
      payouts: payments
        .filter(({ instalment }) => instalment === number)
        .map((payment) => toPayout(payment, isStaff(context.viewer))),
    }));
  }
}

async function planOf(
  settlementId: string,
  context: GraphContext,
  { database, instalmentPlans }: { readonly database: Database; readonly instalmentPlans: InstalmentPlanRepository },
): Promise<readonly Instalment[]> {
  const reader = database.reader(context.viewer.tenantId);
  const loader = context.loader<string, readonly Instalment[]>('instalments', async (ids) => [
    ...(await instalmentPlans.of(reader, ids)),
  ]);
  return (await loader.load(settlementId)) ?? [];
}

import { PublicError, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import { parseMoney, STAFF_ROLES, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { isQuantity } from '../../ceiling/model/quantity.model';
import { boughtLines } from './bought-lines.query';
import { planReturn } from './plan-return.policy';
import { ReturnPlan, ReturnPlanInput } from './plan-return.gql';

@Resolver()
export class PlanReturnResolver {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Directive('@authenticated')
  @Query(() => ReturnPlan, {
    description: 'How a return would be drawn on the lines by which the customer bought the product; for staff.',
  })
  async returnPlan(
    @Arg('input', () => ReturnPlanInput, { description: 'What is to come back.' }) input: ReturnPlanInput,
    @Ctx() context: GraphContext,
  ): Promise<ReturnPlan> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const { customerExternalRef, product, quantity, boughtUntil } = input;
    const amount = parseMoney(input.amount.amount, input.amount.currency);
    if (amount === undefined || amount.amountMinor < 0n || !isQuantity(quantity)) {
      throw new PublicError('BAD_USER_INPUT', 'Quantity and amount must be positive and within their digits.');
    }
    const lines = await boughtLines(this.database.reader(tenantId), {
      ...{ customerExternalRef, product },
      currency: amount.currency,
      until: boughtUntil ?? this.clock.now(),
    });
    const { parts, exceedsBy } = planReturn(lines, { quantity, amount });
    return { parts: parts.map((part) => ({ ...part, amount: toMoney(part.amount) })), exceedsBy };
  }
}

import { requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { idempotencyKeyProblems, inputErrors } from '../../public-graph/mutation-input.gql';
import { SlipTransfer } from '../view-on-the-spot/on-the-spot.gql';
import { TransferSlipsInput, TransferSlipsPayload } from './transfer-slips.gql';
import { MONTH, transferSlips, type TransferPorts } from './transfer-slips.handler';

/** Passes slips on at the end of the month. */
@Resolver()
export class TransferSlipsResolver {
  constructor(private readonly ports: TransferPorts) {}

  @Mutation(() => TransferSlipsPayload, {
    description:
      'Passes the slips of a month on together, once, with their number and sums; where the regulation asks for it.',
  })
  async transferSlips(
    @Arg('input', () => TransferSlipsInput, { description: 'Which month.' }) input: TransferSlipsInput,
    @Ctx() context: GraphContext,
  ): Promise<TransferSlipsPayload> {
    const viewer = requireRole(context, 'agent', 'handler', 'supervisor', 'manager');
    const problems = idempotencyKeyProblems(input.idempotencyKey);
    if (problems.length > 0) return refused(problems, context);
    const { outcome, replayed } = await transferSlips(input.month, viewer, input.idempotencyKey, this.ports);
    if (!outcome.ok) return refused(outcome.refusals, context);
    return { transfer: await this.find(outcome.value, viewer.tenantId), replayed, userErrors: [] };
  }

  @Query(() => SlipTransfer, {
    nullable: true,
    description: 'The slips of a month that were passed on; null when they were not yet. For staff who decide.',
  })
  async slipTransfer(
    @Arg('month', () => String, { description: 'The month, as `2026-11`.' }) month: string,
    @Ctx() context: GraphContext,
  ): Promise<SlipTransfer | null> {
    const { tenantId } = requireRole(context, 'agent', 'handler', 'supervisor', 'manager', 'finance', 'auditor');
    return MONTH.test(month) ? this.find(month, tenantId) : null;
  }

  private async find(month: string, tenantId: string): Promise<SlipTransfer | null> {
    const found = await this.ports.onTheSpot.findTransfer(this.ports.database.reader(tenantId), month);
    return found === undefined ? null : { ...found, totals: found.totals.map(toMoney) };
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): TransferSlipsPayload {
  return { transfer: null, replayed: false, userErrors: inputErrors(refusals, context) };
}

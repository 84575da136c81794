import { ListCost, readConnection, requireRole, type Connection, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { requirePeriod } from '../../ledger/view-trial-balance/trial-balance.resolver';
import { BonusDeduction, PenaltiesArgs, Penalty, PenaltyConnection } from './penalty.gql';
import { bonusDeductions, penaltyList, toPenalty } from './penalties.query';

@Resolver()
export class PenaltiesResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => PenaltyConnection, {
    description: 'Penalties on bonuses, latest first. For finance, managers, auditors and administrators.',
  })
  penalties(
    @Args(() => PenaltiesArgs) args: PenaltiesArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<Penalty>> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return readConnection(context, this.database.reader(tenantId), penaltyList(args.where), args, toPenalty);
  }

  @Directive('@authenticated')
  @Query(() => [BonusDeduction], {
    description:
      'What is taken from the bonuses of a month, by department and person. For finance, managers, auditors and administrators.',
  })
  bonusDeductions(
    @Arg('period', () => String, { description: 'The month of the bonus: `2026-11`.' }) period: string,
    @Ctx() context: GraphContext,
  ): Promise<BonusDeduction[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    requirePeriod(period);
    return bonusDeductions(this.database.reader(tenantId), period);
  }
}

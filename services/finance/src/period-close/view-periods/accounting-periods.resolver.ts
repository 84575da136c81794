import {
  ConnectionArgs,
  ListCost,
  readConnection,
  requireRole,
  type Connection,
  type GraphContext,
} from '@redress/graphql-runtime';
import { Arg, Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { requirePeriod } from '../../ledger/view-trial-balance/trial-balance.resolver';
import { checkPeriod } from '../check-period/check-period.policy';
import type { PeriodDependencies } from '../close-period/close-period.handler';
import {
  AccountingPeriod,
  AccountingPeriodAct,
  AccountingPeriodActConnection,
  AccountingPeriodConnection,
  AccountingPeriodFinding,
} from './accounting-period.gql';
import { toFinding } from './to-finding.gql';
import { accountingPeriod, ACT_LIST, PERIOD_LIST, toAct, toPeriod } from './accounting-periods.query';

const MONTH = 'The month: `2026-11`.';

@Resolver()
export class AccountingPeriodsResolver {
  constructor(private readonly dependencies: PeriodDependencies) {}

  @Directive('@authenticated')
  @ListCost()
  @Query(() => AccountingPeriodConnection, {
    description: 'The months of the books, latest first. For finance, managers, auditors and administrators.',
  })
  accountingPeriods(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<AccountingPeriod>> {
    return readConnection(context, this.reader(context), PERIOD_LIST, args, toPeriod);
  }

  @Directive('@authenticated')
  @ListCost()
  @Query(() => AccountingPeriodActConnection, {
    description:
      'The chain of closings and re-openings, latest first. For finance, managers, auditors and administrators.',
  })
  accountingPeriodActs(
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() context: GraphContext,
  ): Promise<Connection<AccountingPeriodAct>> {
    return readConnection(context, this.reader(context), ACT_LIST, args, toAct);
  }

  @Directive('@authenticated')
  @Query(() => AccountingPeriod, {
    nullable: true,
    description:
      'A month of the books; null when nothing was booked in it. For finance, managers, auditors and administrators.',
  })
  async accountingPeriod(
    @Arg('period', () => String, { description: MONTH }) period: string,
    @Ctx() context: GraphContext,
  ): Promise<AccountingPeriod | null> {
    const reader = this.reader(context);
    requirePeriod(period);
    return (await accountingPeriod(reader, period)) ?? null;
  }

  @Directive('@authenticated')
  @Query(() => [AccountingPeriodFinding], {
    description: 'Looks a month through, as closing it would. For finance, managers, auditors and administrators.',
  })
  async checkAccountingPeriod(
    @Arg('period', () => String, { description: MONTH }) period: string,
    @Ctx() context: GraphContext,
  ): Promise<AccountingPeriodFinding[]> {
    const reader = this.reader(context);
    requirePeriod(period);
    const { calendar } = this.dependencies;
    const checks = await checkPeriod(reader, period, (each, day) => calendar.startOfDay(each, day));
    return checks.map(toFinding);
  }

  private reader(context: GraphContext) {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return this.dependencies.database.reader(tenantId);
  }
}

import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Role } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { PERIOD_CLOSERS, PERIOD_OPENERS } from '../../access/access.rules';
import type { Period } from '../../ledger/model/period.model';
import { unusableKey } from '../../public-graph/command-input.rules';
import { reopenPeriod } from '../reopen-period/reopen-period.handler';
import { accountingPeriod } from '../view-periods/accounting-periods.query';
import { closePeriod, type ClosePeriod, type PeriodDependencies } from './close-period.handler';
import { withGlobalIds } from '../view-periods/to-finding.gql';
import {
  AccountingPeriodPayload,
  ClosePeriodInput,
  ReopenPeriodInput,
  type SeenPeriodInput,
} from './period-payload.gql';

type Run = (person: Pick<ClosePeriod, 'tenantId' | 'subject'>) => Promise<CommandResult<Period>>;

@Resolver()
export class ClosePeriodResolver {
  constructor(private readonly dependencies: PeriodDependencies) {}

  @Directive('@authenticated')
  @Mutation(() => AccountingPeriodPayload, {
    description:
      'Closes a month that is over (月结): looks it through, seals its entries with a hash and locks it. What blocks is refused with its ids; what somebody looks after must be acknowledged. For finance and managers.',
  })
  closePeriod(
    @Arg('input', () => ClosePeriodInput, { description: 'Which, and what was seen.' }) input: ClosePeriodInput,
    @Ctx() context: GraphContext,
  ): Promise<AccountingPeriodPayload> {
    return this.act(context, PERIOD_CLOSERS, input, (person) =>
      closePeriod({ ...person, ...input }, this.dependencies),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => AccountingPeriodPayload, {
    description:
      'Opens a closed month again, for a reason that stays in the chain, by another person than the one who closed it. For managers and administrators.',
  })
  reopenPeriod(
    @Arg('input', () => ReopenPeriodInput, { description: 'Which, why, and what was seen.' }) input: ReopenPeriodInput,
    @Ctx() context: GraphContext,
  ): Promise<AccountingPeriodPayload> {
    return this.act(context, PERIOD_OPENERS, input, (person) =>
      reopenPeriod({ ...person, ...input }, this.dependencies),
    );
  }

  private async act(
    context: GraphContext,
    roles: readonly Role[],
    { idempotencyKey, period }: SeenPeriodInput,
    run: Run,
  ): Promise<AccountingPeriodPayload> {
    const { tenantId, subject } = requireRole(context, ...roles);
    const { outcome, replayed } = unusableKey(idempotencyKey) ?? (await run({ tenantId, subject }));
    if (!outcome.ok)
      return { period: null, replayed, userErrors: toUserErrors(outcome.refusals.map(withGlobalIds), context) };
    const seen = await accountingPeriod(this.dependencies.database.reader(tenantId), period);
    return { period: seen ?? null, replayed, userErrors: [] };
  }
}

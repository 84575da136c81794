import { DateTimeScalar, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CasePlans } from '../../complaint-case/model/case-plans.repository';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { progressDueAt } from '../model/progress-due.model';

@Resolver(() => Case)
export class ProgressDueResolver {
  constructor(
    private readonly database: Database,
    private readonly details: CaseDetails,
    private readonly plans: CasePlans,
  ) {}

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When the complainant has to be told how far it has come; null where the regulation sets no date.',
  })
  async progressDueAt(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Date | null> {
    const reader = this.database.reader(context.viewer.tenantId);
    const plan = await this.plans.of(reader, stored.adoption_id ?? undefined);
    const [clocks, replies] = await Promise.all([
      this.details.clocks(context, stored.id),
      this.details.replies(context, stored.id),
    ]);
    const current = { state: stored.state, clocks, receivedAt: stored.received_at };
    return progressDueAt(current, plan, replies.at(-1)?.sent_at) ?? null;
  }
}

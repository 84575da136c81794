import type { GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseDetails } from '../../complaint-case/view-cases/case-details.loader';
import { toCase } from '../../complaint-case/view-cases/case-view.mapper';
import { duplicatesOf, mergeOf } from '../model/merge.model';

@Resolver(() => Case)
export class MergedCasesResolver {
  constructor(
    private readonly details: CaseDetails,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => Case, {
    nullable: true,
    description: 'The case that settles its harm; null for a case of its own, and for the complainant of another.',
  })
  async mergedInto(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Case | null> {
    const into = mergeOf({ kept: keptOf(stored) })?.into;
    return into === undefined ? null : this.find(context, into);
  }

  @FieldResolver(() => [Case], { description: 'The cases whose harm it settles; empty for the complainant.' })
  async duplicates(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Case[]> {
    if (!isStaff(context.viewer)) return [];
    const found = await Promise.all(duplicatesOf({ kept: keptOf(stored) }).map((id) => this.find(context, id)));
    return found.filter((each) => each !== null);
  }

  private async find(context: GraphContext, id: string): Promise<Case | null> {
    const stored = await this.details.case(context, 'id', id);
    return stored === null ? null : toCase(stored, context.viewer, this.clock.now());
  }
}

function keptOf({ kept }: Case['stored']): Readonly<Record<string, unknown>> {
  return kept === null ? {} : (JSON.parse(kept) as Record<string, unknown>);
}

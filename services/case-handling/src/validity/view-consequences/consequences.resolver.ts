import type { GraphContext } from '@redress/graphql-runtime';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { isStaff } from '../../complaint-case/model/case.rules';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { CaseSituations } from '../../complaint-case/view-cases/case-situation.loader';
import { consequencesOf } from '../model/consequences.model';
import { isMet } from '../model/met-consequences.model';

@ObjectType({ description: 'What follows from the finding of a case. Not shown to the complainant.' })
export class Consequence {
  @Field(() => String, { description: 'For example REMEDY, EXPLAIN, LEGAL_MEANS or NORMAL_COLLECTION.' })
  consequence!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was done; null where the case does not show it.' })
  met!: boolean | null;
}

@Resolver(() => Case)
export class ConsequencesResolver {
  constructor(private readonly situations: CaseSituations) {}

  @FieldResolver(() => [Consequence], {
    description: 'What the regulation makes follow from the finding; empty before one, and for the complainant.',
  })
  async consequences(@Root() { stored }: Case, @Ctx() context: GraphContext): Promise<Consequence[]> {
    if (!isStaff(context.viewer) || stored.validity === null) return [];
    const { plan, case: current } = await this.situations.of(context, stored);
    return consequencesOf(plan, stored.validity).map((consequence) => ({
      consequence,
      met: isMet(consequence, current) ?? null,
    }));
  }
}

import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { NameComplaineeInput, NameComplaineePayload } from './name-complainee.gql';
import { nameComplainee, type NameComplaineeDependencies } from './name-complainee.handler';

@Resolver(() => Case)
export class NameComplaineeResolver {
  constructor(
    private readonly dependencies: NameComplaineeDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => NameComplaineePayload, {
    description: 'Notes against whom a complaint is; they may neither act on it nor be given it (回避).',
  })
  nameComplainee(
    @Arg('input', () => NameComplaineeInput, { description: 'Which case, and against whom.' })
    input: NameComplaineeInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const complainee = present({ subject: input.staff, unitId: input.unit });
    return this.mutations.answer('NAME_COMPLAINEE', input, context, (call) =>
      nameComplainee(this.dependencies, call, complainee),
    );
  }
}

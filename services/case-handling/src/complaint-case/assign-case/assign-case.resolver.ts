import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { AssignCaseInput, AssignCasePayload } from './assign-case.gql';
import { assignCase, type AssignCaseDependencies } from './assign-case.handler';

@Resolver(() => Case)
export class AssignCaseResolver {
  constructor(
    private readonly dependencies: AssignCaseDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => AssignCasePayload, { description: 'Makes a handler responsible for a case, or another one.' })
  assignCase(
    @Arg('input', () => AssignCaseInput, { description: 'Which case, and to whom.' }) input: AssignCaseInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { assignee } = input;
    return this.mutations.answer('ASSIGN_CASE', input, context, (call) =>
      assignCase(this.dependencies, call, { assignee }),
    );
  }
}

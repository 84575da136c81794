import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { RecordFollowUpInput, RecordFollowUpPayload } from './record-follow-up.gql';
import { recordFollowUp } from './record-follow-up.handler';

@Resolver(() => Case)
export class RecordFollowUpResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RecordFollowUpPayload, {
    description: 'Records how satisfied the complainant is (回访); where the regulation says so, the case is reopened.',
  })
  recordFollowUp(
    @Arg('input', () => RecordFollowUpInput, { description: 'What they said.' }) input: RecordFollowUpInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { means, reached, satisfied, suggestions, note, nextAt } = input;
    const satisfaction = present({ ...input.satisfaction });
    return this.mutations.answer('RECORD_FOLLOW_UP', input, context, (call) =>
      recordFollowUp(this.dependencies, call, {
        ...{ means, reached, satisfaction },
        ...present({ satisfied, suggestions, note, nextAt }),
      }),
    );
  }
}

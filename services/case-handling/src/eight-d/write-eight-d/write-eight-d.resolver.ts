import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { SignEightDInput, SignEightDPayload, SubmitEightDInput, SubmitEightDPayload } from './write-eight-d.gql';
import { signEightD, submitEightD } from './write-eight-d.handler';

@Resolver(() => Case)
export class WriteEightDResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SubmitEightDPayload, { description: 'Submits a version of the 8D report for signature.' })
  submitEightD(
    @Arg('input', () => SubmitEightDInput, { description: 'What stands in it.' }) input: SubmitEightDInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('SUBMIT_EIGHT_D', input, context, (call) =>
      submitEightD(this.dependencies, call, present({ ...input.disciplines })),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => SignEightDPayload, { description: 'Signs the 8D report, which makes it valid.' })
  signEightD(
    @Arg('input', () => SignEightDInput, { description: 'Which version.' }) input: SignEightDInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('SIGN_EIGHT_D', input, context, (call) =>
      signEightD(this.dependencies, call, { reportId: input.reportId }),
    );
  }
}

import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { AnswerOverdueInquiryInput, AnswerOverdueInquiryPayload } from './answer-inquiry.gql';
import { answerInquiry } from './answer-inquiry.handler';

@Resolver(() => Case)
export class AnswerInquiryResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => AnswerOverdueInquiryPayload, {
    description: 'Explains why a stage was late (查办单), also after the case was closed.',
  })
  answerOverdueInquiry(
    @Arg('input', () => AnswerOverdueInquiryInput, { description: 'The cause and the measure.' })
    input: AnswerOverdueInquiryInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { paperId, cause, measure } = input;
    return this.mutations.answer('ANSWER_OVERDUE_INQUIRY', input, context, (call) =>
      answerInquiry(this.dependencies, call, { paperId, cause, measure }),
    );
  }
}

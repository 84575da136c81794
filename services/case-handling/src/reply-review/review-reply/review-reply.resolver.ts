import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { ReviewReplyInput, ReviewReplyPayload } from './review-reply.gql';
import { reviewReply } from './review-reply.handler';

@Resolver(() => Case)
export class ReviewReplyResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ReviewReplyPayload, {
    description: 'Reviews a written reply: approved, it is sent in the name of its author; otherwise it goes back.',
  })
  reviewReply(
    @Arg('input', () => ReviewReplyInput, { description: 'Whether to send it.' }) input: ReviewReplyInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { approve, reason } = input;
    return this.mutations.answer('REVIEW_REPLY', input, context, (call) =>
      reviewReply(this.dependencies, call, { approve, ...present({ reason }) }),
    );
  }
}

import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { SendReplyInput, SendReplyPayload } from './send-reply.gql';
import { sendReply } from './send-reply.handler';

@Resolver(() => Case)
export class SendReplyResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SendReplyPayload, {
    description: 'Tells the complainant the approved resolution, or how far the case has come.',
  })
  sendReply(
    @Arg('input', () => SendReplyInput, { description: 'What is told.' }) input: SendReplyInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { purpose, form, text } = input;
    const action = purpose === 'DECISION' ? 'SEND_REPLY' : 'SEND_PROGRESS';
    return this.mutations.answer(action, input, context, (call) =>
      sendReply(this.dependencies, call, { purpose, form, text }),
    );
  }
}

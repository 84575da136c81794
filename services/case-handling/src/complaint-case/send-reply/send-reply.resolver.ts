import { PublicError, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { present } from '../model/present-members.model';
import { Case } from '../view-cases/case.gql';
import { REPLY_ACTION } from './send-reply.command';
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
    description:
      'Tells the complainant the approved resolution, how far the case has come, or an answer; submits it where it is reviewed first.',
  })
  sendReply(
    @Arg('input', () => SendReplyInput, { description: 'What is told.' }) input: SendReplyInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { purpose, form, text, reason } = input;
    if (purpose === 'REFUSAL') throw new PublicError('BAD_USER_INPUT', 'A refusal is written by `refuseAcceptance`.');
    return this.mutations.answer(REPLY_ACTION[purpose], input, context, (call) =>
      sendReply(this.dependencies, call, { purpose, text, ...present({ form, reason }) }),
    );
  }
}

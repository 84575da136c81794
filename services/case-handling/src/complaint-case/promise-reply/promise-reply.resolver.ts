import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { PromiseReplyInput, PromiseReplyPayload } from './promise-reply.gql';
import { promiseReply } from './promise-reply.handler';

@Resolver(() => Case)
export class PromiseReplyResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => PromiseReplyPayload, {
    description: 'Promises a date for the answer to an item that is no complaint.',
  })
  promiseReply(
    @Arg('input', () => PromiseReplyInput, { description: 'By when.' }) input: PromiseReplyInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('PROMISE_REPLY', input, context, (call) =>
      promiseReply(this.dependencies, call, { dueAt: input.dueAt }),
    );
  }
}

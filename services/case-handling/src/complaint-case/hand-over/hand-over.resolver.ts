import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { present } from '../model/present-members.model';
import { Case } from '../view-cases/case.gql';
import { HandOverInput, HandOverPayload, ConfirmHandOverInput, ConfirmHandOverPayload } from './hand-over.gql';
import { handOver, confirmHandOver, type HandOverDependencies } from './hand-over.handler';

@Resolver(() => Case)
export class HandOverResolver {
  constructor(
    private readonly dependencies: HandOverDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => HandOverPayload, {
    description: 'Records that the case, or documents of it, were handed over (交接).',
  })
  handOver(
    @Arg('input', () => HandOverInput, { description: 'What, and to whom.' }) input: HandOverInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('HAND_OVER', input, context, (call) =>
      handOver(this.dependencies, call, {
        handOver: input.handOver,
        to: input.to,
        documents: input.documents,
        ...present({ note: input.note }),
      }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => ConfirmHandOverPayload, { description: 'The receiver confirms a hand-over.' })
  confirmHandOver(
    @Arg('input', () => ConfirmHandOverInput, { description: 'Which hand-over.' }) input: ConfirmHandOverInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('CONFIRM_HAND_OVER', input, context, (call) =>
      confirmHandOver(this.dependencies, call, { handOverId: input.handOverId }),
    );
  }
}

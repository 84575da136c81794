import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import type { DurationInput } from '../../adoption/adopt-regulation/open-value.gql';
import { RequestExtensionInput, RequestExtensionPayload } from './request-extension.gql';
import { requestExtension } from './request-extension.handler';

@Resolver(() => Case)
export class RequestExtensionResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RequestExtensionPayload, {
    description: 'Asks for more time for a stage, where the regulation provides for it.',
  })
  requestExtension(
    @Arg('input', () => RequestExtensionInput, { description: 'How much more time, and why.' })
    input: RequestExtensionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { stage, duration, until, reason } = input;
    return this.mutations.answer('REQUEST_EXTENSION', input, context, (call) =>
      requestExtension(this.dependencies, call, { stage, reason, ...present({ duration: given(duration), until }) }),
    );
  }
}

function given(duration: DurationInput | undefined | null) {
  if (duration === undefined || duration === null) return undefined;
  const { amount, unit, maximum } = duration;
  return { amount, unit, ...present({ maximum }) };
}

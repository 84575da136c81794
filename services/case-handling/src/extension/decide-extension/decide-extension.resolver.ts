import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { DecideExtensionInput, DecideExtensionPayload } from './decide-extension.gql';
import { decideExtension } from './decide-extension.handler';

@Resolver(() => Case)
export class DecideExtensionResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => DecideExtensionPayload, {
    description: 'Approves or refuses more time for a stage; the complainant is told where the regulation asks for it.',
  })
  decideExtension(
    @Arg('input', () => DecideExtensionInput, { description: 'The decision.' }) input: DecideExtensionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { extensionId, approved, note, notice } = input;
    return this.mutations.answer('DECIDE_EXTENSION', input, context, (call) =>
      decideExtension(this.dependencies, call, { extensionId, approved, ...present({ note, notice }) }),
    );
  }
}

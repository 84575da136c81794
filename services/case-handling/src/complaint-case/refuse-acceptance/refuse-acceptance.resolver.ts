import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import { RefuseAcceptanceInput, RefuseAcceptancePayload } from './refuse-acceptance.gql';
import { refuseAcceptance } from './refuse-acceptance.handler';

@Resolver(() => Case)
export class RefuseAcceptanceResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RefuseAcceptancePayload, {
    description: 'Refuses a complaint for a ground of the regulation, with the reply to its complainant (不予受理).',
  })
  refuseAcceptance(
    @Arg('input', () => RefuseAcceptanceInput, { description: 'Why, and what is told.' }) input: RefuseAcceptanceInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('REFUSE_ACCEPTANCE', input, context, (call) =>
      refuseAcceptance(this.dependencies, call, { ground: input.ground, reason: input.reason, reply: input.reply }),
    );
  }
}

import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import { TakeFurtherInput, TakeFurtherPayload, TakeOverInput, TakeOverPayload } from './take-further.gql';
import { takeFurther, takeOver } from './take-further.handler';

@Resolver(() => Case)
export class TakeFurtherResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => TakeFurtherPayload, {
    description: 'Goes on with a case whose decision somebody is not satisfied with: starts a further round.',
  })
  takeFurther(
    @Arg('input', () => TakeFurtherInput, { description: 'By which way, and why.' }) input: TakeFurtherInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { path, reason, body, reference } = input;
    return this.mutations.answer('TAKE_FURTHER', input, context, (call) =>
      takeFurther(this.dependencies, call, { path, reason, ...present({ body, reference }) }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => TakeOverPayload, { description: 'Takes over a case that was handed to a superior.' })
  takeOver(
    @Arg('input', () => TakeOverInput, { description: 'Which case.' }) input: TakeOverInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('TAKE_OVER', input, context, (call) => takeOver(this.dependencies, call));
  }
}

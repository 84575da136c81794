import type { GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../case-command/case-command.handler';
import type { CaseMutations } from '../case-command/case-mutations';
import type { CasePayload } from '../case-command/case-payload.gql';
import { Case } from '../view-cases/case.gql';
import {
  ApproveResolutionInput,
  ApproveResolutionPayload,
  RejectResolutionInput,
  RejectResolutionPayload,
} from './decide-resolution.gql';
import { approveResolution, rejectResolution } from './decide-resolution.handler';

@Resolver(() => Case)
export class DecideResolutionResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ApproveResolutionPayload, {
    description: 'Approves the proposal, by somebody other than its proposer with the authority for its amount.',
  })
  approveResolution(
    @Arg('input', () => ApproveResolutionInput, { description: 'Which case.' }) input: ApproveResolutionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('APPROVE_RESOLUTION', input, context, (call) =>
      approveResolution(this.dependencies, call),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RejectResolutionPayload, {
    description: 'Sends the proposal back to the handler, by somebody who could have approved it.',
  })
  rejectResolution(
    @Arg('input', () => RejectResolutionInput, { description: 'Which case, and why.' }) input: RejectResolutionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { reason } = input;
    return this.mutations.answer('REJECT_RESOLUTION', input, context, (call) =>
      rejectResolution(this.dependencies, call, { reason }),
    );
  }
}

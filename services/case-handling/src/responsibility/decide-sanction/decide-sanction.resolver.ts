import { readMoney, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { present } from '../../complaint-case/model/present-members.model';
import { Case } from '../../complaint-case/view-cases/case.gql';
import {
  ApproveSanctionInput,
  ApproveSanctionPayload,
  ProposeSanctionInput,
  ProposeSanctionPayload,
  RejectSanctionInput,
  RejectSanctionPayload,
} from './decide-sanction.gql';
import { approveSanction, proposeSanction, rejectSanction } from './decide-sanction.handler';

@Resolver(() => Case)
export class DecideSanctionResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ProposeSanctionPayload, { description: 'Proposes a sanction of the regulation’s ladder.' })
  proposeSanction(
    @Arg('input', () => ProposeSanctionInput, { description: 'Which, and why.' }) input: ProposeSanctionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { determinationId, sanction, reason } = input;
    return this.mutations.answer('PROPOSE_SANCTION', input, context, async (call) => {
      const amount = input.amount ? readMoney(input.amount, ['input', 'amount']) : undefined;
      if (amount?.ok === false) return { outcome: amount, replayed: false };
      const request = { determinationId, sanction, reason, ...present({ amount: amount?.value }) };
      return proposeSanction(this.dependencies, call, request);
    });
  }

  @Directive('@authenticated')
  @Mutation(() => ApproveSanctionPayload, {
    description: 'Approves a sanction; never one’s own proposal, and never by the person concerned.',
  })
  approveSanction(
    @Arg('input', () => ApproveSanctionInput, { description: 'Which.' }) input: ApproveSanctionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    return this.mutations.answer('APPROVE_SANCTION', input, context, (call) =>
      approveSanction(this.dependencies, call, { sanctionId: input.sanctionId }),
    );
  }

  @Directive('@authenticated')
  @Mutation(() => RejectSanctionPayload, { description: 'Does not approve a sanction.' })
  rejectSanction(
    @Arg('input', () => RejectSanctionInput, { description: 'Which, and why.' }) input: RejectSanctionInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { sanctionId, reason } = input;
    return this.mutations.answer('REJECT_SANCTION', input, context, (call) =>
      rejectSanction(this.dependencies, call, { sanctionId, reason }),
    );
  }
}

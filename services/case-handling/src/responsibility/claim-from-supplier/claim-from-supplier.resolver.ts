import { readMoney, type GraphContext } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CaseCommandDependencies } from '../../complaint-case/case-command/case-command.handler';
import type { CaseMutations } from '../../complaint-case/case-command/case-mutations';
import type { CasePayload } from '../../complaint-case/case-command/case-payload.gql';
import { Case } from '../../complaint-case/view-cases/case.gql';
import {
  DecideSupplierClaimInput,
  DecideSupplierClaimPayload,
  OpenSupplierClaimInput,
  OpenSupplierClaimPayload,
} from './claim-from-supplier.gql';
import { decideSupplierClaim, openSupplierClaim } from './claim-from-supplier.handler';

@Resolver(() => Case)
export class ClaimFromSupplierResolver {
  constructor(
    private readonly dependencies: CaseCommandDependencies,
    private readonly mutations: CaseMutations,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => OpenSupplierClaimPayload, { description: 'Opens a claim on a supplier or another company.' })
  openSupplierClaim(
    @Arg('input', () => OpenSupplierClaimInput, { description: 'On whom, and how much.' })
    input: OpenSupplierClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { determinationId, thirdParty, reason } = input;
    return this.mutations.answer('OPEN_SUPPLIER_CLAIM', input, context, async (call) => {
      const amount = readMoney(input.amount, ['input', 'amount']);
      if (!amount.ok) return { outcome: amount, replayed: false };
      const request = { determinationId, thirdParty, reason, amount: amount.value };
      return openSupplierClaim(this.dependencies, call, request);
    });
  }

  @Directive('@authenticated')
  @Mutation(() => DecideSupplierClaimPayload, { description: 'Notes what became of a claim on a third party.' })
  decideSupplierClaim(
    @Arg('input', () => DecideSupplierClaimInput, { description: 'Which, and what.' })
    input: DecideSupplierClaimInput,
    @Ctx() context: GraphContext,
  ): Promise<CasePayload> {
    const { claimId, state, outcome } = input;
    return this.mutations.answer('DECIDE_SUPPLIER_CLAIM', input, context, (call) =>
      decideSupplierClaim(this.dependencies, call, { claimId, state, outcome }),
    );
  }
}

import { fromGlobalId, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { refuse, type Outcome } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { ApprovalDependencies } from '../approve-settlement/approve-settlement.handler';
import { requireDecider } from '../approve-settlement/require-decider.policy';
import type { SettlementLoader } from '../view-settlements/settlement.loader';
import {
  ApproveSettlementsInput,
  ApproveSettlementsPayload,
  MOST_AT_ONCE,
  type SettlementApprovalOutcome,
  type SettlementSeenInput,
} from './approve-settlements.gql';
import { approveSettlements } from './approve-settlements.handler';

@Resolver()
export class ApproveSettlementsResolver {
  constructor(
    private readonly dependencies: ApprovalDependencies,
    private readonly settlements: SettlementLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => ApproveSettlementsPayload, {
    description: `Approves up to ${MOST_AT_ONCE} settlements, each for itself by the rules of approveSettlement: some may be refused and the others stand.`,
  })
  async approveSettlements(
    @Arg('input', () => ApproveSettlementsInput, { description: 'Which, and what was seen.' })
    { settlements, idempotencyKey }: ApproveSettlementsInput,
    @Ctx() context: GraphContext,
  ): Promise<ApproveSettlementsPayload> {
    const approver = await requireDecider(context, this.dependencies);
    const unusable = unusableKey(idempotencyKey)?.outcome ?? unusableList(settlements);
    if (unusable?.ok === false) return { ...NOTHING, userErrors: toUserErrors(unusable.refusals, context) };
    const rows = settlements.map(({ id, expectedVersion }) => ({
      id: fromGlobalId('Settlement', id),
      expectedVersion,
    }));
    const results = await approveSettlements({ approver, idempotencyKey, settlements: rows }, this.dependencies);
    const answers = await this.settlements.answers(results, context);
    const outcomes = answers.map((answer, index): SettlementApprovalOutcome => {
      return { id: settlements[index]?.id ?? '', ...answer };
    });
    const refused = outcomes.filter(({ userErrors }) => userErrors.length > 0).length;
    const replayed = outcomes.every((outcome) => outcome.replayed);
    return { outcomes, accepted: outcomes.length - refused, refused, replayed, userErrors: [] };
  }
}

const NOTHING = { outcomes: [], accepted: 0, refused: 0, replayed: false };

function unusableList(settlements: readonly SettlementSeenInput[]): Outcome<never, 'INPUT_INVALID'> | undefined {
  const path = ['input', 'settlements'];
  if (settlements.length === 0 || settlements.length > MOST_AT_ONCE) {
    return refuse({ code: 'INPUT_INVALID', path, details: { limit: MOST_AT_ONCE } });
  }
  const twice = settlements.findIndex(({ id }, index) => settlements.findIndex((each) => each.id === id) < index);
  return twice === -1 ? undefined : refuse({ code: 'INPUT_INVALID', path: [...path, String(twice), 'id'] });
}

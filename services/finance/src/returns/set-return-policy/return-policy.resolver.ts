import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { refuse, STAFF_ROLES } from '@redress/kernel';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { BUDGET_SETTERS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { ReturnPolicy as PolicyModel } from '../model/return-policy.model';
import { ReturnPolicy, SetReturnPolicyInput, SetReturnPolicyPayload } from './return-policy.gql';
import { setReturnPolicy, type PolicyDependencies } from './set-return-policy.handler';

const PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

@Resolver()
export class ReturnPolicyResolver {
  constructor(private readonly dependencies: PolicyDependencies) {}

  @Directive('@authenticated')
  @Query(() => ReturnPolicy, { description: 'What the organisation gives for goods that came back; for staff.' })
  async returnPolicy(@Ctx() context: GraphContext): Promise<ReturnPolicy> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    return this.policyOf(tenantId);
  }

  @Directive('@authenticated')
  @Mutation(() => SetReturnPolicyPayload, {
    description: 'Sets what is given for goods by what becomes of them. For managers and administrators.',
  })
  async setReturnPolicy(
    @Arg('input', () => SetReturnPolicyInput, { description: 'The policy, and what was seen.' })
    input: SetReturnPolicyInput,
    @Ctx() context: GraphContext,
  ): Promise<SetReturnPolicyPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const { idempotencyKey, expectedVersion, inspectionRequired, returnWithinDays } = input;
    const shares = {
      RESALE: shareOf(input.resalePercent),
      REPAIR: shareOf(input.repairPercent),
      SCRAP: shareOf(input.scrapPercent),
      BACK_TO_CUSTOMER: shareOf(input.backToCustomerPercent),
    };
    const unreadable = Object.values(shares).some((share) => share < 0);
    const policy = { shares, inspectionRequired, returnWithinDays };
    const command = { tenantId, subject, idempotencyKey, expectedVersion, policy };
    const { outcome, replayed } =
      unusableKey(idempotencyKey) ??
      (unreadable
        ? { outcome: refuse({ code: 'INPUT_INVALID', path: ['input'] }), replayed: false }
        : await setReturnPolicy(command, this.dependencies));
    if (!outcome.ok) return { policy: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { policy: await this.policyOf(tenantId), replayed, userErrors: [] };
  }

  private async policyOf(tenantId: string): Promise<ReturnPolicy> {
    const { database, policies } = this.dependencies;
    return toPolicy(await policies.of(database.reader(tenantId)));
  }
}

function toPolicy({ shares, ...plain }: PolicyModel): ReturnPolicy {
  return {
    ...plain,
    resalePercent: percentOf(shares.RESALE),
    repairPercent: percentOf(shares.REPAIR),
    scrapPercent: percentOf(shares.SCRAP),
    backToCustomerPercent: percentOf(shares.BACK_TO_CUSTOMER),
  };
}

/** Ten-thousandths of a percentage; negative for what is none. */
function shareOf(percent: string): number {
  const match = PERCENT.exec(percent);
  if (match === null) return -1;
  const [, whole = '0', fraction = ''] = match;
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
}

function percentOf(share: number): string {
  const fraction = String(share % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = String(Math.floor(share / 100));
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

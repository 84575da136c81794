import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { Refusal } from '@redress/kernel';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PURCHASE_REGISTRARS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import { readPurchase } from '../register-purchase/read-purchase.gql';
import type { RegistrationDependencies } from '../register-purchase/register-purchase.handler';
import { Purchase } from '../view-purchase/purchase.gql';
import type { PurchaseLoader } from '../view-purchase/purchase.loader';
import { PurchaseRow, RegisterPurchasesInput, RegisterPurchasesPayload } from './register-purchases.gql';
import { registerPurchases, type PurchaseRowResult } from './register-purchases.handler';

@Resolver(() => PurchaseRow)
export class RegisterPurchasesResolver {
  constructor(
    private readonly dependencies: RegistrationDependencies,
    private readonly purchases: PurchaseLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RegisterPurchasesPayload, {
    description:
      'Makes many paid orders known; one that is refused does not hinder the others. For agents, finance and administrators.',
  })
  async registerPurchases(
    @Arg('input', () => RegisterPurchasesInput, { description: 'The orders.' }) input: RegisterPurchasesInput,
    @Ctx() context: GraphContext,
  ): Promise<RegisterPurchasesPayload> {
    const { tenantId, subject } = requireRole(context, ...PURCHASE_REGISTRARS);
    const { idempotencyKey } = input;
    const unusable = unusableKey(idempotencyKey);
    if (unusable !== undefined && !unusable.outcome.ok) return refused(unusable.outcome.refusals, context);
    const rows = input.purchases.map((purchase, index) =>
      readPurchase(purchase, ['input', 'purchases', String(index)]),
    );
    const { outcome, replayed } = await registerPurchases(
      { tenantId, subject, idempotencyKey, rows },
      this.dependencies,
    );
    if (!outcome.ok) return refused(outcome.refusals, context);
    const counts = { REGISTERED: 0, EXISTED: 0, REFUSED: 0 };
    for (const { status } of outcome.value) counts[status] += 1;
    return {
      rows: outcome.value.map((result, row) => toRow(result, row, context)),
      registered: counts.REGISTERED,
      existed: counts.EXISTED,
      refused: counts.REFUSED,
      replayed,
      userErrors: [],
    };
  }

  @FieldResolver(() => Purchase, { nullable: true, description: 'The order; null when it was refused.' })
  purchase(@Root() { purchaseUuid }: PurchaseRow, @Ctx() context: GraphContext): Promise<Purchase | null> | null {
    return purchaseUuid === null ? null : this.purchases.find(context, 'id', purchaseUuid);
  }
}

function refused(refusals: readonly Refusal[], context: GraphContext): RegisterPurchasesPayload {
  const userErrors = toUserErrors(refusals, context);
  return { rows: [], registered: 0, existed: 0, refused: 0, replayed: false, userErrors };
}

function toRow(result: PurchaseRowResult, row: number, context: GraphContext): PurchaseRow {
  const { status } = result;
  if (status === 'REFUSED') {
    return { row, status, userErrors: toUserErrors(result.refusals, context), purchaseUuid: null };
  }
  return { row, status, userErrors: [], purchaseUuid: result.purchaseId };
}

import { requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { PURCHASE_REGISTRARS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { PurchaseLoader } from '../view-purchase/purchase.loader';
import type { RegisteredResult } from './enter-purchases.policy';
import { readPurchase } from './read-purchase.gql';
import { RegisterPurchaseInput, RegisterPurchasePayload } from './register-purchase.gql';
import { registerPurchase, type RegistrationDependencies } from './register-purchase.handler';

@Resolver()
export class RegisterPurchaseResolver {
  constructor(
    private readonly dependencies: RegistrationDependencies,
    private readonly purchases: PurchaseLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => RegisterPurchasePayload, {
    description: 'Makes a paid order known, so that its lines can be disputed. For agents, finance and administrators.',
  })
  async registerPurchase(
    @Arg('input', () => RegisterPurchaseInput, { description: 'The order.' }) input: RegisterPurchaseInput,
    @Ctx() context: GraphContext,
  ): Promise<RegisterPurchasePayload> {
    const { tenantId, subject } = requireRole(context, ...PURCHASE_REGISTRARS);
    const { outcome, replayed } = await this.register(tenantId, subject, input);
    if (!outcome.ok) {
      return { purchase: null, existed: false, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    }
    const { purchaseId, existed } = outcome.value;
    const purchase = await this.purchases.find(context, 'id', purchaseId);
    return { purchase, existed, replayed, userErrors: [] };
  }

  private register(
    tenantId: string,
    subject: string,
    input: RegisterPurchaseInput,
  ): Promise<CommandResult<RegisteredResult>> | CommandResult<RegisteredResult> {
    const { idempotencyKey } = input;
    const unusable = unusableKey(idempotencyKey);
    if (unusable !== undefined) return unusable;
    const content = readPurchase(input);
    if (!content.ok) return { outcome: content, replayed: false };
    return registerPurchase({ tenantId, subject, idempotencyKey, content: content.value }, this.dependencies);
  }
}

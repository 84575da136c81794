import { readMoney, requireRole, toUserErrors, type GraphContext, type MoneyInput } from '@redress/graphql-runtime';
import { refuse, type Money, type Outcome, type Refusal } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { PURCHASE_REGISTRARS } from '../../access/access.rules';
import { unusableKey } from '../../public-graph/command-input.rules';
import type { PurchaseRefusal } from '../model/purchase.model';
import type { PurchaseLoader } from '../view-purchase/purchase.loader';
import type { PurchaseContent } from './register-purchase.command';
import { RegisterPurchaseInput, RegisterPurchasePayload } from './register-purchase.gql';
import { registerPurchase, type RegisteredResult, type RegistrationDependencies } from './register-purchase.handler';

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
    const content = contentOf(input);
    if (!content.ok) return { outcome: content, replayed: false };
    return registerPurchase({ tenantId, subject, idempotencyKey, content: content.value }, this.dependencies);
  }
}

function contentOf(input: RegisterPurchaseInput): Outcome<PurchaseContent, PurchaseRefusal> {
  const refusals: Refusal<PurchaseRefusal>[] = [];
  const amountAt = (amount: MoneyInput, ...path: string[]): Money => {
    const read = readMoney(amount, ['input', ...path]);
    if (read.ok) return read.value;
    refusals.push(...read.refusals);
    return { amountMinor: 0n, currency: amount.currency };
  };
  const { orderNumber, customerExternalRef, placedAt, currency } = input;
  const content = {
    ...{ orderNumber, placedAt, currency },
    ...(customerExternalRef === undefined || customerExternalRef === null ? {} : { customerExternalRef }),
    lines: input.lines.map(({ paid, lineNumber, description, quantity }, index) => {
      return { lineNumber, description, quantity, paid: amountAt(paid, 'lines', String(index), 'paid') };
    }),
    payments: input.payments.map(({ amount, provider, reference }, index) => {
      return { provider, reference, amount: amountAt(amount, 'payments', String(index), 'amount') };
    }),
  };
  const [first, ...others] = refusals;
  return first === undefined ? { ok: true, value: content } : refuse(first, ...others);
}

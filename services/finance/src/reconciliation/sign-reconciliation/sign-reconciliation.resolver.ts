import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { DECIDERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { SignReconciliationInput, SignReconciliationPayload } from '../view-reconciliation/reconciliation.gql';
import { spanOf, toReconciliation } from '../view-reconciliation/reconciliation.resolver';
import { figuresOf } from '../view-reconciliation/reconciliation.query';
import { digestOfStatement } from '../view-reconciliation/signed-statement.query';
import type { BankAccountLoader } from '../view-statements/bank-account.loader';
import { signReconciliation, type SignDependencies } from './sign-reconciliation.handler';

@Resolver()
export class SignReconciliationResolver {
  constructor(
    private readonly dependencies: Omit<SignDependencies, 'digest'>,
    private readonly accounts: BankAccountLoader,
  ) {}

  @Directive('@authenticated')
  @Mutation(() => SignReconciliationPayload, {
    description: 'Signs the reconciliation of a span as it was seen. For finance and managers.',
  })
  async signReconciliation(
    @Arg('input', () => SignReconciliationInput, { description: 'What was seen.' }) input: SignReconciliationInput,
    @Ctx() context: GraphContext,
  ): Promise<SignReconciliationPayload> {
    const { tenantId, subject } = requireRole(context, ...DECIDERS);
    const { idempotencyKey, sha256 } = input;
    const account = await this.accounts.findIfAny(context, fromGlobalId('BankAccount', input.accountId));
    const reader = this.dependencies.database.reader(tenantId);
    const unusable = unusableKey(idempotencyKey);
    if (unusable !== undefined || account === null) return refused(unusable ?? notFound('accountId'), context);
    // As it is shown: whoever asked for earlier days saw it from the first one on.
    const span = spanOf(account, input);
    const { outcome, replayed } = await signReconciliation(
      { tenantId, subject, idempotencyKey, accountId: account.id, ...span, sha256 },
      { ...this.dependencies, digest: () => digestOfStatement(reader, account, span) },
    );
    if (!outcome.ok) return refused({ outcome, replayed }, context);
    return {
      reconciliation: toReconciliation(account, await figuresOf(reader, account, span)),
      replayed,
      userErrors: [],
    };
  }
}

function refused({ outcome, replayed }: CommandResult<string>, context: GraphContext): SignReconciliationPayload {
  return { reconciliation: null, replayed, userErrors: outcome.ok ? [] : toUserErrors(outcome.refusals, context) };
}

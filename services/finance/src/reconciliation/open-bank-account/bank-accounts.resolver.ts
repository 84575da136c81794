import { fromGlobalId, requireRole, toUserErrors, type GraphContext } from '@redress/graphql-runtime';
import { newId, parseMoney, refuse } from '@redress/kernel';
import type { CommandResult } from '@redress/persistence';
import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { BOOK_READERS, BUDGET_SETTERS } from '../../access/access.rules';
import { notFound, unusableKey } from '../../public-graph/command-input.rules';
import { plainIdentifier, type BankAccount } from '../model/bank-account.model';
import { DEFAULT_RULES } from '../model/matching-rule.model';
import { BankAccountPayload, ChangeBankAccountInput, OpenBankAccountInput } from './bank-account-inputs.gql';
import { BankAccountView } from './bank-account.gql';
import { changeBankAccount, openBankAccount, type AccountDependencies } from './bank-account.handler';
import { readMapping, readRules, toBankAccount } from './to-bank-account.gql';

@Resolver()
export class BankAccountsResolver {
  constructor(private readonly dependencies: AccountDependencies) {}

  @Directive('@authenticated')
  @Query(() => [BankAccountView], {
    description: 'The accounts whose statements are reconciled. For finance, managers, auditors and administrators.',
  })
  async bankAccounts(@Ctx() context: GraphContext): Promise<BankAccountView[]> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const { accounts, database } = this.dependencies;
    return (await accounts.list(database.reader(tenantId))).map(toBankAccount);
  }

  @Directive('@authenticated')
  @Query(() => BankAccountView, { nullable: true, description: 'An account; null when there is none of that id.' })
  async bankAccount(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<BankAccountView | null> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    return this.read(tenantId, fromGlobalId('BankAccount', id));
  }

  @Directive('@authenticated')
  @Mutation(() => BankAccountPayload, {
    description: 'Opens an account for reconciliation. For managers and administrators.',
  })
  async openBankAccount(
    @Arg('input', () => OpenBankAccountInput, { description: 'The account.' }) input: OpenBankAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<BankAccountPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const { idempotencyKey, opening, mapping, rules, identifier, ...plain } = input;
    const amount = parseMoney(opening, input.currency);
    const result =
      unusableKey(idempotencyKey) ??
      (amount === undefined
        ? { outcome: refuse({ code: 'INPUT_INVALID', path: ['input', 'opening'] }), replayed: false }
        : await openBankAccount(
            {
              ...{ tenantId, subject, idempotencyKey },
              account: {
                ...plain,
                id: newId(),
                identifier: plainIdentifier(identifier),
                openingMinor: amount.amountMinor,
                ...(mapping ? { mapping: readMapping(mapping) } : {}),
                rules: rules ? readRules(rules, input.currency) : DEFAULT_RULES,
                version: 1,
              },
            },
            this.dependencies,
          ));
    return this.answer(result, tenantId, context);
  }

  @Directive('@authenticated')
  @Mutation(() => BankAccountPayload, {
    description:
      'Changes who is responsible for an account, and how its statements are read and matched. For managers and administrators.',
  })
  async changeBankAccount(
    @Arg('input', () => ChangeBankAccountInput, { description: 'What to change.' }) input: ChangeBankAccountInput,
    @Ctx() context: GraphContext,
  ): Promise<BankAccountPayload> {
    const { tenantId, subject } = requireRole(context, ...BUDGET_SETTERS);
    const { idempotencyKey, expectedVersion, ...request } = input;
    const accountId = fromGlobalId('BankAccount', input.accountId);
    const result =
      unusableKey(idempotencyKey) ??
      (accountId === undefined
        ? notFound('accountId')
        : await changeBankAccount(
            {
              ...{ tenantId, subject, idempotencyKey, accountId, expectedVersion },
              request: { ...request, expectedVersion },
              change: (account) => changed(account, input),
            },
            this.dependencies,
          ));
    return this.answer(result, tenantId, context);
  }

  private async answer(
    { outcome, replayed }: CommandResult<string>,
    tenantId: string,
    context: GraphContext,
  ): Promise<BankAccountPayload> {
    if (!outcome.ok) return { bankAccount: null, replayed, userErrors: toUserErrors(outcome.refusals, context) };
    return { bankAccount: await this.read(tenantId, outcome.value), replayed, userErrors: [] };
  }

  private async read(tenantId: string, id: string | undefined): Promise<BankAccountView | null> {
    if (id === undefined) return null;
    const { accounts, database } = this.dependencies;
    const account = await accounts.find(database.reader(tenantId), id);
    return account === undefined ? null : toBankAccount(account);
  }
}

function changed(account: BankAccount, input: ChangeBankAccountInput): BankAccount {
  const { name, responsible, expectedWithinDays, mapping, rules } = input;
  return {
    ...account,
    name: name ?? account.name,
    responsible: responsible ?? account.responsible,
    expectedWithinDays: expectedWithinDays ?? account.expectedWithinDays,
    ...(mapping ? { mapping: readMapping(mapping) } : {}),
    rules: rules ? readRules(rules, account.currency) : account.rules,
  };
}

import { PublicError, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { CHART, normalSideOf } from '../model/account.model';
import { isPeriod } from '../model/period.model';
import { TrialBalance, TrialBalanceArgs, type AccountBalance } from './trial-balance.gql';
import { accountTotals, type AccountTotals } from './trial-balance.query';

@Resolver()
export class TrialBalanceResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => TrialBalance, {
    description: 'The trial balance of a currency. For finance, managers, auditors and administrators.',
  })
  async trialBalance(
    @Args(() => TrialBalanceArgs) { currency, period, asOf, bySubaccount, inBaseCurrency }: TrialBalanceArgs,
    @Ctx() context: GraphContext,
  ): Promise<TrialBalance> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    requirePeriod(period);
    const scope = {
      ...{ currency, bySubaccount, inBaseCurrency },
      ...(typeof period === 'string' ? { period } : {}),
      ...(typeof asOf === 'string' ? { asOf } : {}),
    };
    const totals = await accountTotals(this.database.reader(tenantId), scope);
    const debit = totals.reduce((sum, { debitMinor }) => sum + debitMinor, 0n);
    const credit = totals.reduce((sum, { creditMinor }) => sum + creditMinor, 0n);
    return {
      currency,
      period: period ?? null,
      accounts: totals.map((total) => balanceOf(total, currency)),
      debit: toMoney({ amountMinor: debit, currency }),
      credit: toMoney({ amountMinor: credit, currency }),
      balanced: debit === credit,
    };
  }
}

/** Throws `BAD_USER_INPUT` for what is not a month. */
export function requirePeriod(period: string | null | undefined): void {
  if (typeof period === 'string' && !isPeriod(period)) {
    throw new PublicError('BAD_USER_INPUT', 'A month of the books is written as 2026-11.');
  }
}

function balanceOf(
  { account, subaccount, openingMinor, debitMinor, creditMinor }: AccountTotals,
  currency: string,
): AccountBalance {
  const normalSide = normalSideOf(account);
  const sign = normalSide === 'DEBIT' ? 1n : -1n;
  const money = (amountMinor: bigint) => toMoney({ amountMinor, currency });
  return {
    account,
    subaccount: subaccount === '' ? null : subaccount,
    class: CHART[account].class,
    opening: money(sign * openingMinor),
    debit: money(debitMinor),
    credit: money(creditMinor),
    balance: money(sign * (openingMinor + debitMinor - creditMinor)),
    normalSide,
  };
}

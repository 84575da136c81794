import { CurrencyCodeScalar, Money, requireRole, toMoney, type GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { Arg, Ctx, Directive, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { AccountEnum, SideEnum } from './ledger.gql';
import { NORMAL_SIDE, type Account, type Side } from '../model/account.model';
import { accountTotals } from './trial-balance.query';

/** GraphQL type `AccountBalance`. */
@ObjectType({ description: 'What was booked on an account.' })
export class AccountBalance {
  @Field(() => AccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => Money, { description: 'Sum of its debits.' })
  debit!: Money;

  @Field(() => Money, { description: 'Sum of its credits.' })
  credit!: Money;

  @Field(() => Money, { description: 'What stands on its normal side; negative when the other side outweighs it.' })
  balance!: Money;

  @Field(() => SideEnum, { description: 'The side on which the account normally stands.' })
  normalSide!: Side;
}

/** GraphQL type `TrialBalance`. */
@ObjectType({ description: 'All accounts of a currency with what was booked on them (试算表).' })
export class TrialBalance {
  @Field(() => CurrencyCodeScalar, { description: 'The currency.' })
  currency!: string;

  @Field(() => [AccountBalance], { description: 'Every account that was booked on.' })
  accounts!: AccountBalance[];

  @Field(() => Money, { description: 'Sum of all debits.' })
  debit!: Money;

  @Field(() => Money, { description: 'Sum of all credits.' })
  credit!: Money;

  @Field(() => Boolean, { description: 'Whether debits equal credits, as they must.' })
  balanced!: boolean;
}

@Resolver()
export class TrialBalanceResolver {
  constructor(private readonly database: Database) {}

  @Directive('@authenticated')
  @Query(() => TrialBalance, {
    description: 'The trial balance of a currency. For finance, managers, auditors and administrators.',
  })
  async trialBalance(
    @Arg('currency', () => CurrencyCodeScalar, { description: 'The currency.' }) currency: string,
    @Ctx() context: GraphContext,
  ): Promise<TrialBalance> {
    const { tenantId } = requireRole(context, ...BOOK_READERS);
    const totals = await accountTotals(this.database.reader(tenantId), currency);
    const money = (amountMinor: bigint): Money => toMoney({ amountMinor, currency });
    const debit = totals.reduce((sum, { debitMinor }) => sum + debitMinor, 0n);
    const credit = totals.reduce((sum, { creditMinor }) => sum + creditMinor, 0n);
    return {
      currency,
      accounts: totals.map(({ account, debitMinor, creditMinor }) => ({
        account,
        debit: money(debitMinor),
        credit: money(creditMinor),
        balance: money(NORMAL_SIDE[account] === 'DEBIT' ? debitMinor - creditMinor : creditMinor - debitMinor),
        normalSide: NORMAL_SIDE[account],
      })),
      debit: money(debit),
      credit: money(credit),
      balanced: debit === credit,
    };
  }
}

import { LocaleName, requireRole, type GraphContext, type Locale } from '@redress/graphql-runtime';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { BOOK_READERS } from '../../access/access.rules';
import { ACCOUNTS, CHART, normalSideOf } from '../model/account.model';
import { LedgerAccountDescription } from './trial-balance.gql';

@Resolver(() => LedgerAccountDescription)
export class ChartOfAccountsResolver {
  @Directive('@authenticated')
  @Query(() => [LedgerAccountDescription], {
    description: 'The chart of accounts. For finance, managers, auditors and administrators.',
  })
  chartOfAccounts(@Ctx() context: GraphContext): LedgerAccountDescription[] {
    requireRole(context, ...BOOK_READERS);
    return ACCOUNTS.map((account) => ({
      account,
      class: CHART[account].class,
      normalSide: normalSideOf(account),
      subaccountOf: CHART[account].subaccountOf ?? null,
    }));
  }

  @FieldResolver(() => String, { description: 'Its name.' })
  label(
    @Root() { account }: LedgerAccountDescription,
    @Ctx() context: GraphContext,
    @Arg('locale', () => LocaleName, { nullable: true, description: 'Language; that of the request unless told.' })
    locale?: Locale,
  ): string {
    return CHART[account].name[(locale ?? context.locale) === 'en' ? 'en' : 'zh'];
  }
}

import { toGlobalId, toMoney } from '@redress/graphql-runtime';
import { formatAmount, parseMoney } from '@redress/kernel';
import { maskedIdentifier, type BankAccount } from '../model/bank-account.model';
import type { CsvMapping } from '../model/csv-mapping.model';
import type { MatchingRule } from '../model/matching-rule.model';
import type { BankAccountView } from './bank-account.gql';
import type { MatchingRuleInput } from './matching-rule.gql';
import type { StatementMappingView } from './statement-mapping.gql';

/** The account as people see it. */
export function toBankAccount(account: BankAccount): BankAccountView {
  const { id, identifier, openingMinor, mapping, rules, currency, ...plain } = account;
  return {
    ...plain,
    currency,
    id: toGlobalId('BankAccount', id),
    maskedIdentifier: maskedIdentifier(identifier),
    opening: toMoney({ amountMinor: openingMinor, currency }),
    mapping: mapping === undefined ? null : toMapping(mapping),
    rules: rules.map(({ toleranceMinor, ...rule }) => ({
      ...rule,
      tolerance: formatAmount({ amountMinor: toleranceMinor, currency }),
    })),
  };
}

function toMapping({ columns, ...plain }: CsvMapping): StatementMappingView {
  return {
    ...plain,
    outWords: [...plain.outWords],
    bookedOnColumn: columns.bookedOn,
    valueOnColumn: columns.valueOn ?? null,
    amountColumn: columns.amount,
    amountInColumn: columns.amountIn ?? null,
    directionColumn: columns.direction ?? null,
    currencyColumn: columns.currency ?? null,
    bankReferenceColumn: columns.bankReference ?? null,
    referenceColumns: [...columns.references],
    textColumns: [...columns.text],
    balanceAfterColumn: columns.balanceAfter ?? null,
    accountColumn: columns.account ?? null,
  };
}

/** The mapping that an input means. */
export function readMapping(input: StatementMappingView): CsvMapping {
  const optional = (name: string, value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? {} : { [name]: value };
  return {
    encoding: input.encoding,
    delimiter: input.delimiter,
    decimalSeparator: input.decimalSeparator === ',' ? ',' : '.',
    dateFormat: input.dateFormat,
    sign: input.sign,
    linesBeforeHeader: input.linesBeforeHeader,
    outWords: input.outWords,
    columns: {
      bookedOn: input.bookedOnColumn,
      amount: input.amountColumn,
      references: input.referenceColumns,
      text: input.textColumns,
      ...optional('valueOn', input.valueOnColumn),
      ...optional('amountIn', input.amountInColumn),
      ...optional('direction', input.directionColumn),
      ...optional('currency', input.currencyColumn),
      ...optional('bankReference', input.bankReferenceColumn),
      ...optional('balanceAfter', input.balanceAfterColumn),
      ...optional('account', input.accountColumn),
    },
  };
}

/** The rules that the inputs mean; a tolerance that the currency cannot have is a negative one, which no rule has. */
export function readRules(inputs: readonly MatchingRuleInput[], currency: string): MatchingRule[] {
  return inputs.map(({ tolerance, ...rule }) => ({
    ...rule,
    toleranceMinor: parseMoney(tolerance, currency)?.amountMinor ?? -1n,
  }));
}

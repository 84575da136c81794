import { accept, isCurrency, refuse, type Outcome, type Refusal } from '@redress/kernel';
import type { BankAccount } from '../model/bank-account.model';
import { isDateFormat, type CsvMapping } from '../model/csv-mapping.model';
import { isUsableRule } from '../model/matching-rule.model';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';

const LONGEST_NAME = 120;
const LONGEST_RULE_NAME = 64;
const LONGEST_SUBJECT = 255;
const MOST_RULES = 20;
const IDENTIFIER = /^[A-Z0-9]{4,64}$/;
const PROVIDER = /^[\x21-\x7e]{1,32}$/;

/** Whether an account can be as it is meant to be. */
export function decideAccount(account: BankAccount): Outcome<BankAccount, ReconciliationRefusal> {
  const refusals = [...unusableFields(account), ...unusableRules(account), ...unusableMapping(account.mapping)];
  const [first, ...others] = refusals;
  return first === undefined ? accept(account) : refuse(first, ...others);
}

function unusableFields(account: BankAccount): Refusal<ReconciliationRefusal>[] {
  const checks: readonly (readonly [string, boolean])[] = [
    ['name', account.name.trim() !== '' && account.name.length <= LONGEST_NAME],
    ['identifier', IDENTIFIER.test(account.identifier)],
    ['currency', isCurrency(account.currency)],
    ['provider', PROVIDER.test(account.provider)],
    ['responsible', account.responsible.trim() !== '' && account.responsible.length <= LONGEST_SUBJECT],
    ['expectedWithinDays', account.expectedWithinDays >= 0 && account.expectedWithinDays <= 366],
    ['rules', account.rules.length <= MOST_RULES],
  ];
  return checks.filter(([, usable]) => !usable).map(([field]) => ({ code: 'INPUT_INVALID', path: ['input', field] }));
}

function unusableRules({ rules }: BankAccount): Refusal<ReconciliationRefusal>[] {
  return rules
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => !isUsableRule(rule) || rule.name.trim() === '' || rule.name.length > LONGEST_RULE_NAME)
    .map(({ rule: { name }, index }) => ({
      code: 'FINANCE_MATCHING_RULE_UNUSABLE',
      path: ['input', 'rules', String(index)],
      facts: { name: name.slice(0, LONGEST_RULE_NAME) },
    }));
}

function unusableMapping(mapping: CsvMapping | undefined): Refusal<ReconciliationRefusal>[] {
  if (mapping === undefined) return [];
  const { columns, sign } = mapping;
  const checks: readonly (readonly [string, boolean])[] = [
    ['delimiter', mapping.delimiter.length === 1 && !'"\n\r'.includes(mapping.delimiter)],
    ['dateFormat', isDateFormat(mapping.dateFormat)],
    ['linesBeforeHeader', mapping.linesBeforeHeader >= 0 && mapping.linesBeforeHeader <= 1_000],
    ['bookedOnColumn', columns.bookedOn !== ''],
    ['amountColumn', columns.amount !== ''],
    ['amountInColumn', sign !== 'SEPARATE_COLUMNS' || columns.amountIn !== undefined],
    ['directionColumn', sign !== 'DIRECTION_COLUMN' || columns.direction !== undefined],
    ['outWords', sign !== 'DIRECTION_COLUMN' || mapping.outWords.length > 0],
    ['referenceColumns', columns.references.length <= 10],
    ['textColumns', columns.text.length <= 10],
  ];
  return checks
    .filter(([, usable]) => !usable)
    .map(([field]) => ({
      code: 'FINANCE_STATEMENT_MAPPING_UNUSABLE',
      path: ['input', 'mapping', field],
      facts: { field },
    }));
}

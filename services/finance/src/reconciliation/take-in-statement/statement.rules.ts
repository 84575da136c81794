import { plainIdentifier, type BankAccount } from '../model/bank-account.model';
import type { StatementItem, StatementProblem } from '../model/statement.model';

/** Why something that a file says cannot be of this account; nothing when it can. */
export function speaksAgainst(item: StatementItem, account: BankAccount): StatementProblem | undefined {
  switch (item.kind) {
    case 'PROBLEM':
      return item.problem;
    case 'ACCOUNT':
      if (item.identifier !== undefined && plainIdentifier(item.identifier) !== account.identifier) {
        return { code: 'FINANCE_STATEMENT_OTHER_ACCOUNT', line: item.at };
      }
      return item.currency === undefined || item.currency === account.currency
        ? undefined
        : otherCurrency(item.at, item.currency, account);
    case 'LINE':
      if (item.line.currency !== account.currency) return otherCurrency(item.at, item.line.currency, account);
      return item.line.bookedOn < account.openingOn
        ? { code: 'FINANCE_STATEMENT_BEFORE_OPENING', line: item.at, facts: { day: account.openingOn } }
        : undefined;
    case 'BALANCE':
    case 'SKIPPED':
      return undefined;
  }
}

/** The currency of the statement is the only one: nothing is converted. */
function otherCurrency(line: number, found: string, { currency }: BankAccount): StatementProblem {
  return { code: 'FINANCE_STATEMENT_OTHER_CURRENCY', line, facts: { found: found.slice(0, 8), expected: currency } };
}

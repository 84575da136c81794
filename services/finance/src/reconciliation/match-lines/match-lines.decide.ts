import { accept, refuse, type Outcome } from '@redress/kernel';
import type { BankAccount } from '../model/bank-account.model';
import type { LineForDecision, Match, PaymentForDecision } from '../model/match.model';
import type { DifferenceAccount, MatchKind } from '../model/matching-rule.model';
import { leftBy, paidBy } from '../model/matching.model';
import type { ReconciliationRefusal } from '../model/reconciliation.errors';

/** What a person says belongs together. */
export interface MatchByHand {
  readonly id: string;
  readonly account: BankAccount;
  readonly lines: readonly LineForDecision[];
  readonly payments: readonly PaymentForDecision[];
  readonly differenceTo?: DifferenceAccount;
  readonly reason?: string;
  readonly by: string;
  readonly at: Date;
}

/** Lines and payments belong together when all are open, in the statement's currency, and differ by no more than a rule allows. */
export function decideMatch(command: MatchByHand): Outcome<Match, ReconciliationRefusal> {
  const { account, lines, payments, differenceTo, reason, id, by, at } = command;
  const closed = lines.find(({ state }) => state !== 'OPEN');
  if (closed !== undefined) {
    return refuse({
      code: 'FINANCE_LINE_NOT_OPEN',
      path: ['input', 'lineIds'],
      details: { currentState: closed.state },
    });
  }
  const path = ['input', 'paymentIds'];
  if (payments.some(({ currency }) => currency !== account.currency)) {
    return refuse({ code: 'FINANCE_MATCH_OTHER_CURRENCY', path, facts: { currency: account.currency } });
  }
  // On a provider's own statement only its payments can stand; another's would be missing on that other's.
  if (account.kind === 'PROVIDER' && payments.some(({ provider }) => provider !== account.provider)) {
    return refuse({ code: 'FINANCE_MATCH_OTHER_PROVIDER', path, facts: { provider: account.provider } });
  }
  const unpaid = payments.find(({ state }) => state !== 'SUCCEEDED');
  if (unpaid !== undefined) {
    return refuse({ code: 'FINANCE_PAYMENT_NOT_SUCCEEDED', path, details: { currentState: unpaid.state } });
  }
  if (payments.some(({ claimed }) => claimed)) return refuse({ code: 'FINANCE_PAYMENT_NOT_OPEN', path });
  const difference = leftBy(lines) - paidBy(payments);
  const largest = account.rules.reduce(
    (most, { toleranceMinor }) => (toleranceMinor > most ? toleranceMinor : most),
    0n,
  );
  if ((difference < 0n ? -difference : difference) > largest || (difference !== 0n && differenceTo === undefined)) {
    const maximum = { amountMinor: largest, currency: account.currency };
    return refuse({ code: 'FINANCE_MATCH_DIFFERS', path: ['input', 'differenceTo'], details: { maximum } });
  }
  return accept({
    ...{ id, lines, payments, matchedBy: by, matchedAt: at },
    kind: kindOf(lines.length, payments.length),
    rule: 'by hand',
    ...(difference === 0n || differenceTo === undefined ? {} : { differenceTo }),
    ...(reason === undefined ? {} : { reason }),
  });
}

function kindOf(lines: number, payments: number): MatchKind {
  if (lines === 1) return payments === 1 ? 'ONE_TO_ONE' : 'ONE_TO_MANY';
  return payments === 1 ? 'MANY_TO_ONE' : 'MANY_TO_MANY';
}

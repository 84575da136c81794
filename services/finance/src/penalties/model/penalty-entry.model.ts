import { balanced, type JournalEntry } from '../../ledger/model/journal.model';
import { chargedTo, type Penalty } from './penalty.model';

type Booking = Pick<JournalEntry, 'id' | 'bookedAt'>;

/** The penalty is to be taken from a bonus. */
export function penaltyEntry(penalty: Penalty, booking: Booking): JournalEntry {
  return entryOf(penalty, 'PENALTY', booking, 'PENALTIES_RECEIVABLE', 'PENALTY_RECOVERIES');
}

/** It was taken: less bonus is owed. */
export function deductionEntry(penalty: Penalty, booking: Booking): JournalEntry {
  return entryOf(penalty, 'DEDUCTION', booking, 'BONUS_PAYABLE', 'PENALTIES_RECEIVABLE');
}

function entryOf(
  penalty: Penalty,
  kind: 'PENALTY' | 'DEDUCTION',
  booking: Booking,
  debit: 'PENALTIES_RECEIVABLE' | 'BONUS_PAYABLE',
  credit: 'PENALTY_RECOVERIES' | 'PENALTIES_RECEIVABLE',
): JournalEntry {
  const { id, amount, department } = penalty;
  if (amount === undefined) throw new Error(`penalty ${id} has no amount`);
  const { amountMinor, currency } = amount;
  const subaccount = chargedTo(penalty);
  const of = department === undefined ? {} : { department: department.slice(0, 64) };
  return balanced({
    ...booking,
    source: { kind: 'PENALTY', id },
    ...{ kind, currency },
    postings: [
      { account: debit, subaccount, side: 'DEBIT', amountMinor, ...of },
      {
        account: credit,
        ...(credit === 'PENALTIES_RECEIVABLE' ? { subaccount } : {}),
        side: 'CREDIT',
        amountMinor,
        ...of,
      },
    ],
  });
}

import { entryBooked } from '@redress/contracts';
import { postingFact } from '../model/fact-tables.model';
import { projecting, type Projection } from '../model/projection.model';
import { at } from './values.model';

/** What is booked. */
export const ledgerProjections: readonly Projection[] = [
  projecting(
    entryBooked,
    [postingFact],
    (data, facts) => {
      for (const [index, { account, side, amountMinor, department, product, cause }] of data.postings.entries()) {
        facts.change(postingFact, {
          ...{ entry_id: data.entryId, line: index + 1, account, entry_kind: data.kind, currency: data.currency },
          amount_minor: side === 'DEBIT' ? BigInt(amountMinor) : -BigInt(amountMinor),
          ...{ department: department ?? null, product: product ?? null, cause: cause ?? null },
          ...{ booked_at: at(data.bookedAt), effective_at: at(`${data.effectiveOn}T00:00:00.000Z`) },
        });
      }
    },
    (data) => data.entryId,
  ),
];

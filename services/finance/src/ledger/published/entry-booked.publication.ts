import { entryBooked, type EventData } from '@redress/contracts';
import type { AggregateEvents } from '@redress/messaging';
import type { JournalEntry, Posting } from '../model/journal.model';

type Told = EventData<typeof entryBooked>;

/** What other services learn of an entry: accounts, amounts and what they are broken down by, never whose they are. */
export function entryBookedEvent(
  { id, kind, source, currency, bookedAt, postings }: JournalEntry,
  effectiveOn: string,
): AggregateEvents {
  const data: Told = {
    ...{ entryId: id, kind, source, currency, effectiveOn },
    bookedAt: bookedAt.toISOString(),
    postings: postings.map(postingData),
  };
  return { aggregate: { id, version: 1 }, events: [{ definition: entryBooked, data }] };
}

function postingData({ account, side, amountMinor, department, product, cause }: Posting): Told['postings'][number] {
  return {
    ...{ account, side, amountMinor: amountMinor.toString() },
    ...(department === undefined ? {} : { department }),
    ...(product === undefined ? {} : { product }),
    ...(cause === undefined ? {} : { cause }),
  };
}

import { money, type Refusal } from '@redress/kernel';
import { settle } from '../../ceiling/model/ceiling.model';
import type { Account } from '../../ledger/model/account.model';
import { balanced, type Dimensions, type JournalEntry } from '../../ledger/model/journal.model';
import {
  drawPart,
  type Drawing,
  type DrawnPart,
  type LockedCeilings,
} from '../../settlement/draw-up-settlement/draw-part.decide';
import type { DrawUpRefusal } from '../../settlement/model/settlement.errors';
import { EXPENSE_ACCOUNT } from '../../settlement/model/settlement-part.model';
import type { OnTheSpotException, OnTheSpotPayment } from '../model/on-the-spot-payment.model';

/** What was handed over, as intake told it. */
export type HandedOver = Omit<OnTheSpotPayment, 'draws' | 'exception' | 'version'>;

export interface BookedOnTheSpot {
  readonly payment: OnTheSpotPayment;
  readonly ceilings: LockedCeilings;
}

/**
 * The money has moved, so that nothing is refused: as much as there is room for is drawn on the ceilings and settled at
 * once, and what passes them is an exception that somebody has to own.
 */
export function bookOnTheSpot(
  handedOver: HandedOver,
  drawing: Drawing | Refusal<DrawUpRefusal>,
  ceilings: LockedCeilings,
): BookedOnTheSpot {
  const { amount } = handedOver;
  if (!('on' in drawing)) return exceeded(handedOver, ceilings, [], { over: amount, reason: drawing.code });
  const whole = draw(handedOver, amount.amountMinor, drawing, ceilings);
  if (whole.drawn !== undefined) return settled(handedOver, whole.drawn);
  const { code: reason, details } = whole.refusal;
  const room = details?.maximum?.currency === amount.currency ? details.maximum.amountMinor : 0n;
  const part = room > 0n ? draw(handedOver, room, drawing, ceilings).drawn : undefined;
  if (part === undefined) return exceeded(handedOver, ceilings, [], { over: amount, reason });
  const over = money(amount.amountMinor - room, amount.currency);
  const { payment, ceilings: after } = settled(handedOver, part);
  return exceeded(handedOver, after, payment.draws, { over, reason });
}

type Drawn = { drawn: DrawnPart; refusal?: never } | { drawn?: never; refusal: Refusal<DrawUpRefusal> };

function draw(
  { instrument, amount, orderLine }: HandedOver,
  amountMinor: bigint,
  drawing: Drawing,
  ceilings: LockedCeilings,
): Drawn {
  const part = { instrument, amount: money(amountMinor, amount.currency), ...(orderLine && { subject: orderLine }) };
  const drawn = drawPart(part, drawing, ceilings, false);
  if (drawn.ok) return { drawn: drawn.value };
  return { refusal: drawn.refusals[0] ?? { code: 'FINANCE_CEILING_EXCEEDED' } };
}

function settled(handedOver: HandedOver, { draws, ceilings }: DrawnPart): BookedOnTheSpot {
  const after = new Map(ceilings);
  for (const { ceilingId, amountMinor } of draws) {
    const ceiling = after.get(ceilingId);
    if (ceiling !== undefined) after.set(ceilingId, settle(ceiling, money(amountMinor, ceiling.currency)));
  }
  return { payment: { ...handedOver, draws, version: 1 }, ceilings: after };
}

function exceeded(
  handedOver: HandedOver,
  ceilings: LockedCeilings,
  draws: OnTheSpotPayment['draws'],
  exception: OnTheSpotException,
): BookedOnTheSpot {
  return { payment: { ...handedOver, draws, exception, version: 1 }, ceilings };
}

/** The cost of what was handed over, out of the cash of the outlet; all of it, whatever its ceiling. */
export function onTheSpotEntry(
  { id: sourceId, instrument, amount, outlet }: OnTheSpotPayment,
  booking: Pick<JournalEntry, 'id' | 'bookedAt' | 'effectiveOn'>,
  dimensions: Dimensions,
): JournalEntry {
  const { amountMinor, currency } = amount;
  const expense: Account = EXPENSE_ACCOUNT[instrument] ?? 'GOODWILL_EXPENSE';
  return balanced({
    ...booking,
    source: { kind: 'ON_THE_SPOT', id: sourceId },
    kind: 'PAYMENT',
    currency,
    postings: [
      { account: expense, side: 'DEBIT', amountMinor, ...dimensions },
      { account: 'CASH_AT_OUTLETS', subaccount: outlet, side: 'CREDIT', amountMinor },
    ],
  });
}

import type { Money } from '@redress/kernel';
import type { Instrument } from '../../settlement/model/settlement-part.model';
import { totalOf, type QuantityByDisposition } from './disposition.model';

/** How what came back compares with what was authorised; see `returnOutcome` of the regulations. */
export const RETURN_OUTCOMES = ['EQUAL', 'LESS', 'WITHIN_TOLERANCE', 'EXCEPTION'] as const;
export type ReturnLineOutcome = (typeof RETURN_OUTCOMES)[number];

/** One line of an order of which goods may come back. All quantities are whole millionths. */
export interface ReturnLine {
  readonly id: string;
  readonly authorisationId: string;
  /** Number of the settlement's part that it comes from. */
  readonly line: number;
  readonly instrument: Instrument;
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly product?: string;
  /** Whether the settlement itself names the quantity, so that it counts against that of the order line. */
  readonly quantityNamed: boolean;
  readonly authorised: bigint;
  readonly received: bigint;
  /** Received, and neither kept nor paid for. */
  readonly setAside: bigint;
  readonly inspected: QuantityByDisposition;
  /** Nothing more is expected. */
  readonly complete: boolean;
  /** The actual quantity that somebody ordered to be signed for although it differs. */
  readonly instructed?: bigint;
  /** For the authorised quantity. */
  readonly entitled: Money;
  readonly posted?: PostedReturn;
}

/** What a line was posted with. */
export interface PostedReturn {
  readonly outcome: ReturnLineOutcome;
  readonly quantity: bigint;
  readonly amountMinor: bigint;
}

/** What came back and stays: the actual quantity (实退量). */
export function actualOf({ received, setAside }: Pick<ReturnLine, 'received' | 'setAside'>): bigint {
  return received - setAside;
}

/** How much may still come; the one place that says so. */
export function openOf(line: Pick<ReturnLine, 'authorised' | 'received' | 'setAside' | 'complete' | 'posted'>): bigint {
  if (line.complete || line.posted !== undefined) return 0n;
  const open = line.authorised - actualOf(line);
  return open > 0n ? open : 0n;
}

/** What came, stays, and nobody has looked at. */
export function uninspectedOf(line: Pick<ReturnLine, 'received' | 'setAside' | 'inspected'>): bigint {
  const left = actualOf(line) - totalOf(line.inspected);
  return left > 0n ? left : 0n;
}

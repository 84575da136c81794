import { type Refusal } from '@redress/kernel';
import type { Demand, OrderLine } from './complaint.model';

export type RecordCardRefusal =
  | 'INTAKE_TEXT_MISSING'
  | 'INTAKE_VALUE_TOO_LONG'
  | 'INTAKE_VALUE_MALFORMED'
  | 'INTAKE_DEMAND_AMOUNT_NOT_POSITIVE'
  | 'INTAKE_RECEIVED_IN_FUTURE';

/** Characters that a complaint's text may have; with them a request still stays under the limit of its body. */
export const TEXT_LENGTH_AT_MOST = 30_000;
const PRODUCT_LENGTH_AT_MOST = 200;
const REGION_LENGTH_AT_MOST = 64;
const ORDER_NUMBER_LENGTH_AT_MOST = 64;
const LINE_NUMBER_AT_MOST = 100_000;

/** The free fields of a record card as they came in. */
export interface RecordCard {
  readonly text?: string;
  readonly product?: string;
  readonly region?: string;
  readonly orderLine?: OrderLine;
  readonly demand?: Demand;
}

/** Everything that is wrong with the fields of a record card; empty when nothing is. */
export function recordCardProblems(
  card: RecordCard,
  { textRequired }: { readonly textRequired: boolean },
): Refusal<RecordCardRefusal>[] {
  const problems: Refusal<RecordCardRefusal>[] = [];
  const tooLong = (field: string[], value: string | undefined, limit: number): void => {
    if (value !== undefined && value.length > limit) {
      problems.push({
        code: 'INTAKE_VALUE_TOO_LONG',
        path: field,
        facts: { field: field.join('.'), limit },
        details: { limit },
      });
    }
  };
  if (textRequired && (card.text ?? '').trim() === '') problems.push({ code: 'INTAKE_TEXT_MISSING', path: ['text'] });
  tooLong(['text'], card.text, TEXT_LENGTH_AT_MOST);
  tooLong(['product'], card.product, PRODUCT_LENGTH_AT_MOST);
  tooLong(['region'], card.region, REGION_LENGTH_AT_MOST);
  tooLong(['orderLine', 'orderNumber'], card.orderLine?.orderNumber, ORDER_NUMBER_LENGTH_AT_MOST);
  if (card.orderLine !== undefined) problems.push(...orderLineProblems(card.orderLine));
  const amount = card.demand?.amount;
  if (amount !== undefined && amount.amountMinor <= 0n) {
    problems.push({ code: 'INTAKE_DEMAND_AMOUNT_NOT_POSITIVE', path: ['demand', 'amount'] });
  }
  return problems;
}

/** A complaint cannot have been received after now. */
export function receivedInFuture(receivedAt: Date, now: Date): Refusal<RecordCardRefusal> | undefined {
  return receivedAt.getTime() > now.getTime()
    ? { code: 'INTAKE_RECEIVED_IN_FUTURE', path: ['receivedAt'], facts: { now: now.toISOString() } }
    : undefined;
}

function orderLineProblems({ orderNumber, lineNumber }: OrderLine): Refusal<RecordCardRefusal>[] {
  const problems: Refusal<RecordCardRefusal>[] = [];
  if (orderNumber.trim() === '') {
    problems.push({
      code: 'INTAKE_VALUE_MALFORMED',
      path: ['orderLine', 'orderNumber'],
      facts: { field: 'orderLine.orderNumber' },
    });
  }
  if (!Number.isInteger(lineNumber) || lineNumber < 1 || lineNumber > LINE_NUMBER_AT_MOST) {
    problems.push({
      code: 'INTAKE_VALUE_MALFORMED',
      path: ['orderLine', 'lineNumber'],
      facts: { field: 'orderLine.lineNumber' },
      details: { limit: LINE_NUMBER_AT_MOST },
    });
  }
  return problems;
}

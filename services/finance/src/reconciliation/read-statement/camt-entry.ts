import { parseMoney } from '@redress/kernel';
import { calendarDay } from '../model/csv-mapping.model';
import { plainText, referencesOf } from '../model/line-fingerprint';
import { problem, type StatementItem, type StatementLine, type StatementName } from '../model/statement.model';

/** One booking of a statement, or one of the payments within it, as far as it was read. */
export class CamtPiece {
  readonly references: string[] = [];
  readonly texts: string[] = [];
  amount?: string;
  currency?: string;
  direction?: string;
  bankReference?: string;
}

/** A booking with the payments that it stands for. */
export class CamtEntry extends CamtPiece {
  status = 'BOOK';
  bookedOn?: string;
  valueOn?: string;
  entryReference?: string;
  readonly details: CamtPiece[] = [];

  constructor(readonly at: number) {
    super();
  }
}

/** The booking as lines: one for each payment when they add up to the booking, else one for all of it. */
export function linesOf(entry: CamtEntry, statement: StatementName): StatementItem[] {
  if (entry.status !== 'BOOK') return [{ kind: 'SKIPPED' }];
  const { at, currency = '' } = entry;
  const unreadable = (column: string, expected: string): StatementItem[] => [
    problem('FINANCE_STATEMENT_VALUE_UNREADABLE', at, { column, expected }),
  ];
  const bookedOn = dayOf(entry.bookedOn);
  if (bookedOn === undefined) return unreadable('BookgDt', 'YYYY-MM-DD');
  const valueOn = entry.valueOn === undefined ? bookedOn : dayOf(entry.valueOn);
  if (valueOn === undefined) return unreadable('ValDt', 'YYYY-MM-DD');
  const amountMinor = movedBy(entry, currency);
  if (amountMinor === undefined) return unreadable('Amt', '0.00');
  const account: StatementItem = { kind: 'ACCOUNT', at, currency };
  if (amountMinor === 0n) return [account, { kind: 'SKIPPED' }];
  const whole = { statement, bookedOn, valueOn, currency };
  const parts = entry.details.map((detail) => ({ detail, moved: movedBy(detail, currency, entry.direction) ?? 0n }));
  const addUp = parts.reduce((sum, { moved }) => sum + moved, 0n) === amountMinor;
  const lines =
    parts.length > 1 && addUp && parts.every(({ moved }) => moved !== 0n)
      ? parts.map(({ detail, moved }) => ({ ...whole, amountMinor: moved, ...saidBy(entry, [detail]) }))
      : [{ ...whole, amountMinor, ...saidBy(entry, entry.details) }];
  return [account, ...lines.map((line): StatementItem => ({ kind: 'LINE', at, line }))];
}

function saidBy(
  entry: CamtEntry,
  details: readonly CamtPiece[],
): Pick<StatementLine, 'bankReference' | 'references' | 'text' | 'toldApart'> {
  const text = plainText([...entry.texts, ...details.flatMap(({ texts }) => texts)]);
  const own = details.length === 1 ? details[0]?.bankReference : undefined;
  const bankReference = own ?? entry.bankReference ?? entry.entryReference;
  const references = [
    ...entry.references,
    ...details.flatMap((detail) => [...detail.references, detail.bankReference]),
  ];
  return {
    ...(bankReference === undefined ? {} : { bankReference: bankReference.slice(0, 128) }),
    references: referencesOf([bankReference, ...references], text),
    text,
    toldApart: (own ?? entry.bankReference) !== undefined,
  };
}

/** Minor units with the sign of the account; nothing when it cannot be read, or is in another currency. */
function movedBy(piece: CamtPiece, currency: string, direction = piece.direction): bigint | undefined {
  if (piece.amount === undefined || piece.currency !== currency) return undefined;
  const way = piece.direction ?? direction;
  const read = amountIn(piece.amount, currency);
  if (read === undefined || (way !== 'CRDT' && way !== 'DBIT')) return undefined;
  return way === 'DBIT' ? -read : read;
}

/** ISO 20022 allows more zeros than the currency has digits. */
export function amountIn(text: string, currency: string): bigint | undefined {
  const plain = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return parseMoney(plain, currency)?.amountMinor;
}

/** The day that the text begins with; a time after it does not matter. */
export function dayOf(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text ?? '') ?? [];
  return year === undefined || month === undefined || day === undefined ? undefined : calendarDay(year, month, day);
}

import { Readable, pipeline } from 'node:stream';
import { parseMoney } from '@redress/kernel';
import { CsvError, parse } from 'csv-parse';
import { plainAmount, readDay, type CsvMapping } from '../model/csv-mapping.model';
import { plainText, referencesOf } from '../model/line-fingerprint';
import { problem, type StatementItem, type StatementName } from '../model/statement.model';
import { UnreadableStatement } from './decoded-text';

/** How the lines of one file are understood. */
export interface CsvReading {
  readonly mapping: CsvMapping;
  /** Of the account; a file without a column for it is in this one. */
  readonly currency: string;
  /** The name that was given to the file, where somebody gave it one. */
  readonly statement?: StatementName;
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads a CSV statement row by row. */
export async function* csvStatement(text: AsyncIterable<string>, reading: CsvReading): AsyncGenerator<StatementItem> {
  const { mapping } = reading;
  const parser = parse({
    delimiter: mapping.delimiter,
    from_line: mapping.linesBeforeHeader + 1,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 100_000,
  });
  pipeline(Readable.from(text), parser, () => undefined);
  let columns: ReadonlyMap<string, number> | undefined;
  let width = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Row>) {
      if (columns === undefined) {
        columns = new Map(record.map((name, index) => [name.trim(), index]));
        width = record.length;
        const missing = namedColumns(mapping).filter((name) => columns?.has(name) !== true);
        for (const column of missing) yield problem('FINANCE_STATEMENT_COLUMN_MISSING', info.lines, { column });
        if (missing.length > 0) return;
      } else if (record.slice(width).some((value) => value.trim() !== '')) {
        // A delimiter within a text moves every value behind it into the next column, and one amount into another.
        yield problem('FINANCE_STATEMENT_MALFORMED', info.lines, { found: record.slice(width).join(' ').slice(0, 60) });
      } else if (record.some((value) => value.trim() !== '')) {
        yield* lineOf(valuesBy(columns, record), info.lines, reading);
      }
    }
  } catch (error) {
    if (error instanceof UnreadableStatement) throw error;
    if (!(error instanceof CsvError)) throw error;
    const at = (error as { lines?: unknown }).lines;
    yield problem('FINANCE_STATEMENT_MALFORMED', typeof at === 'number' ? at : undefined, { found: error.code });
  }
}

type Value = (column: string | undefined) => string | undefined;

function valuesBy(columns: ReadonlyMap<string, number>, record: readonly string[]): Value {
  return (column) => {
    const at = column === undefined ? undefined : columns.get(column);
    const value = at === undefined ? undefined : record[at]?.trim();
    return value === '' ? undefined : value;
  };
}

function namedColumns({ columns }: CsvMapping): string[] {
  const { references, text, ...single } = columns;
  return [...new Set([...Object.values(single), ...references, ...text])];
}

function lineOf(value: Value, at: number, { mapping, currency, statement }: CsvReading): StatementItem[] {
  const { columns, dateFormat } = mapping;
  const unreadable = (column: string, expected: string): StatementItem[] => [
    problem('FINANCE_STATEMENT_VALUE_UNREADABLE', at, { column, expected }),
  ];
  const bookedOn = readDay(value(columns.bookedOn) ?? '', dateFormat);
  if (bookedOn === undefined) return unreadable(columns.bookedOn, dateFormat);
  const valueText = value(columns.valueOn);
  const valueOn = valueText === undefined ? bookedOn : readDay(valueText, dateFormat);
  if (valueOn === undefined) return unreadable(columns.valueOn ?? '', dateFormat);
  const amount = amountOf(value, mapping, currency);
  if (typeof amount === 'string') return unreadable(amount, `0${mapping.decimalSeparator}00 ${currency}`);
  const balanceText = value(columns.balanceAfter);
  const balance = balanceText === undefined ? undefined : minorOf(balanceText, mapping, currency);
  if (balanceText !== undefined && balance === undefined) return unreadable(columns.balanceAfter ?? '', currency);
  const account = {
    kind: 'ACCOUNT',
    at,
    identifier: value(columns.account),
    currency: value(columns.currency),
  } as const;
  if (amount === 0n) return [account, { kind: 'SKIPPED' }];
  const text = plainText(columns.text.map(value));
  const bankReference = value(columns.bankReference)?.slice(0, 128);
  const line = {
    ...(statement === undefined ? {} : { statement }),
    ...{ bookedOn, valueOn, amountMinor: amount, currency, text },
    ...(bankReference === undefined ? {} : { bankReference }),
    references: referencesOf([bankReference, ...columns.references.map(value)], text),
    toldApart: bankReference !== undefined || balance !== undefined,
    ...(balance === undefined ? {} : { balanceAfterMinor: balance }),
  };
  return [account, { kind: 'LINE', at, line }];
}

/** What the row moved, or the column that cannot be read. */
function amountOf(value: Value, mapping: CsvMapping, currency: string): bigint | string {
  const { columns, sign, outWords } = mapping;
  const read = (column: string): bigint | undefined => {
    const text = value(column);
    return text === undefined ? 0n : minorOf(text, mapping, currency);
  };
  const amount = read(columns.amount);
  if (amount === undefined) return columns.amount;
  if (sign === 'MINUS_IS_OUT') return amount;
  if (sign === 'MINUS_IS_IN') return -amount;
  const size = amount < 0n ? -amount : amount;
  if (sign === 'DIRECTION_COLUMN') {
    const way = value(columns.direction);
    // A line that does not say its way is not one of money that came.
    if (way === undefined && size !== 0n) return columns.direction ?? '';
    return outWords.includes(way ?? '') ? -size : size;
  }
  const into = read(columns.amountIn ?? '');
  if (into === undefined) return columns.amountIn ?? '';
  return (into < 0n ? -into : into) - size;
}

function minorOf(text: string, { decimalSeparator }: CsvMapping, currency: string): bigint | undefined {
  const plain = plainAmount(text, decimalSeparator);
  return plain === undefined ? undefined : parseMoney(plain, currency)?.amountMinor;
}

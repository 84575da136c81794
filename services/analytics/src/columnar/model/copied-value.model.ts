import type { ColumnKind, FactValue } from '../../facts/model/fact-table.model';
import type { Dictionary } from './dictionary.model';

/** What a kind of column is in a copy. */
export const TYPE_OF: Readonly<Record<ColumnKind, 'UUID' | 'INTEGER' | 'BIGINT' | 'TINYINT'>> = {
  id: 'UUID',
  code: 'INTEGER',
  text: 'INTEGER',
  instant: 'BIGINT',
  flag: 'TINYINT',
  integer: 'INTEGER',
  minor: 'BIGINT',
};

/** One of 64 bits, found in the last digits of an identifier, which are random. */
export function markOf(id: FactValue | undefined): bigint | null {
  return id === null || id === undefined
    ? null
    : BigInt.asIntN(64, 1n << BigInt(parseInt(String(id).slice(-2), 16) % 64));
}

/** A value of a fact as a copy has it; identifiers as 128 bits. */
export function copiedValue(
  kind: ColumnKind,
  column: string,
  value: FactValue | undefined,
  dictionary: Dictionary,
): number | bigint | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return BigInt(value.getTime());
  if (kind === 'id') return BigInt(`0x${String(value).replaceAll('-', '')}`);
  if (kind === 'minor') return BigInt(value);
  return kind === 'code' || kind === 'text' ? dictionary.learn(column, String(value)) : Number(value);
}

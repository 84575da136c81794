/**
 * What a column of a fact holds, in every engine alike: identifiers and codes (ASCII), text, instants, yes or no (0 or 1),
 * counts, milliseconds, and money in minor units.
 */
export type ColumnKind = 'id' | 'code' | 'text' | 'instant' | 'flag' | 'integer' | 'minor';

export type Columns = Readonly<Record<string, ColumnKind>>;

/**
 * A table of facts, declared once for all engines. Beside what stands here every row has its tenant, the generation of
 * the projection, and `since`: the position in the change log of the event that made this version of the row. Versions
 * that were superseded are kept in `<name>_history` with `until`, the position of the event that superseded them.
 */
export interface FactTable<Name extends string = string, Declared extends Columns = Columns> {
  readonly name: Name;
  /** Columns that tell the rows apart; by the first of them rows are loaded together. */
  readonly key: readonly [string, ...string[]];
  readonly columns: Declared;
}

export type FactValue = string | number | bigint | Date | null;

/** A row as folds see it; `since` is set by what writes it. */
export type FactRow = Readonly<Record<string, FactValue>>;

interface ValueOf {
  readonly id: string | null;
  readonly code: string | null;
  readonly text: string | null;
  readonly instant: Date | null;
  readonly flag: 0 | 1 | null;
  readonly integer: number | null;
  readonly minor: bigint | null;
}

/** The row of a table, by its declaration. */
export type RowOf<Table extends FactTable> = {
  readonly [Column in keyof Table['columns']]: ValueOf[Table['columns'][Column]];
};

export function factTable<Name extends string, const Declared extends Columns>(
  name: Name,
  key: readonly [keyof Declared & string, ...(keyof Declared & string)[]],
  columns: Declared,
): FactTable<Name, Declared> {
  return { name, key, columns };
}

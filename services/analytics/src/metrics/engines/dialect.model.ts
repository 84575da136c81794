import type { ColumnKind } from '../../facts/model/fact-table.model';
import type { Grain } from '../model/dimension.model';
import type { OffsetPeriod } from '../model/local-time.model';

export type BoundValue = string | number | bigint | Date | null | readonly (string | number | null)[];

/** What SQL engines write differently. */
export interface Dialect {
  /** How a bound value is written in the text. */
  placeholder(name: string): string;
  /** `column IN values`, with the values bound under one name. */
  isIn(column: string, placeholder: string): string;
  /** Milliseconds between two instants. */
  elapsed(from: string, to: string): string;
  /** An instant moved by minutes, so that it reads as local time. */
  shifted(column: string, minutes: number): string;
  /** The stretch of local time in which a moved instant lies: `2026-11-22T14`, `2026-11-22`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `7` (Sunday), `14`. */
  stretch(local: string, grain: Grain): string;
  /** The values of a column as the engine keeps them; as they are given where this is missing. */
  kept?(column: string, kind: ColumnKind, values: readonly (string | number)[]): readonly (string | number)[];
  /**
   * The value at one of several nearest ranks of a group, each a fraction of its size, as an aggregate; where this is
   * missing the rows of each group are numbered.
   */
  atRank?(value: string, fractions: readonly number[], index: number): string;
  /** How many rows meet a condition, as an aggregate; where this is missing a case is counted. */
  counted?(condition: string): string;
  /**
   * Marks of the values of a column, as bits: the same value has the same mark, and one that is missing has none. So many
   * different values are there at least as there are different marks.
   */
  readonly marks: {
    readonly of: (alias: string, column: string) => string;
    /** All marks of a group, as an aggregate. */
    readonly together: (marks: string) => string;
    readonly count: (marks: string) => string;
  };
  /** A whole number as one of a type in which sums do not overflow; as it is where this is missing. */
  wide?(value: string): string;
  /** The table of a fact at a position under an alias, and the conditions that restrict it to tenant and generation. */
  source(fact: string, alias: string): { readonly table: string; readonly conditions: readonly string[] };
}

/** A statement with the values that it binds. */
export interface Statement {
  readonly sql: string;
  readonly values: Readonly<Record<string, BoundValue>>;
}

/** Collects the values of a statement, naming each. */
export class Bindings {
  readonly values: Record<string, BoundValue> = {};
  private count = 0;

  constructor(private readonly dialect: Pick<Dialect, 'placeholder'>) {}

  /** The placeholder of a value. */
  bind(value: BoundValue): string {
    const name = `v${this.count}`;
    this.count += 1;
    this.values[name] = value;
    return this.dialect.placeholder(name);
  }
}

/** A moved instant as SQL: the offset of the asker's zone at each instant, without the engine's time-zone tables. */
export function localTime(
  column: string,
  periods: readonly OffsetPeriod[],
  dialect: Dialect,
  bindings: Bindings,
): string {
  const branches = periods.map(({ until, offsetMinutes }) => {
    const moved = dialect.shifted(column, offsetMinutes);
    return until === undefined ? `ELSE ${moved}` : `WHEN ${column} < ${bindings.bind(until)} THEN ${moved}`;
  });
  return periods.length === 1 ? (branches[0] ?? '').replace('ELSE ', '') : `CASE ${branches.join(' ')} END`;
}

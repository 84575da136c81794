import type { FactTable } from '../../facts/model/fact-table.model';
import { factTableOf, type FactName } from '../../facts/model/fact-tables.model';
import type { Condition } from '../model/condition.model';
import type { Bindings, Dialect } from './dialect.model';

/** A column by its name, and how it is reached in a statement. */
interface ReachedColumn {
  readonly fact: FactName;
  readonly name: string;
  readonly sql: string;
}

/** Writes the conditions of a statement in a dialect. */
export class ConditionWriter {
  constructor(
    private readonly about: { readonly fact: FactName; readonly alias: string },
    private readonly now: Date,
    private readonly dialect: Dialect,
    private readonly bindings: Bindings,
  ) {}

  of(condition: Condition): string {
    if ('all' in condition) return `(${condition.all.map((each) => this.of(each)).join(' AND ')})`;
    if ('any' in condition) return `(${condition.any.map((each) => this.of(each)).join(' OR ')})`;
    if ('not' in condition) return `NOT COALESCE(${this.of(condition.not)}, FALSE)`;
    const { fact, alias } = this.about;
    const column = `${alias}.${condition.column}`;
    if ('in' in condition) return this.isOneOf({ fact, name: condition.column, sql: column }, condition.in);
    if ('known' in condition) return `${column} IS ${condition.known ? 'NOT ' : ''}NULL`;
    if ('atLeast' in condition) return `${column} >= ${this.bindings.bind(condition.atLeast)}`;
    if ('before' in condition) return `${column} < ${this.bindings.bind(this.now)}`;
    return `${column} <= ${alias}.${condition.notAfter}`;
  }

  /** Whether a column has one of the values, `null` standing for none. */
  hasOneOf(column: ReachedColumn, values: readonly (string | null)[]): string {
    const isOne = this.isOneOf(
      column,
      values.filter((value) => value !== null),
    );
    return values.includes(null) ? `(${isOne} OR ${column.sql} IS NULL)` : isOne;
  }

  private isOneOf(column: ReachedColumn, values: readonly (string | number)[]): string {
    const kept = this.kept(column, values);
    return kept.length === 0 ? '1 = 0' : this.dialect.isIn(column.sql, this.bindings.bind(kept));
  }

  /** Values as the column may have them; of a number, what is not written as one is nothing that it may have. */
  private kept({ fact, name }: ReachedColumn, values: readonly (string | number)[]): readonly (string | number)[] {
    const kind = (factTableOf(fact) as FactTable).columns[name] ?? 'text';
    const isNumber = kind === 'integer' || kind === 'flag';
    const possible = isNumber
      ? values.filter((value) => /^(0|-?[1-9]\d{0,9})$/.test(String(value))).map(Number)
      : values;
    return this.dialect.kept?.(name, kind, possible) ?? possible;
  }
}

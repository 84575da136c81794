import type { FactName } from '../../facts/model/fact-tables.model';
import type { Condition } from './condition.model';

export type Unit = 'COUNT' | 'MILLISECONDS' | 'MONEY' | 'PERCENT' | 'SCORE';

/** How a metric sums up the rows of its fact that lie in the window. */
export type Measure =
  /** How many. */
  | { readonly kind: 'count'; readonly where?: Condition }
  /**
   * How many different values of a column, of the fact itself or of the complaint that it belongs to; or, `roughly`, a number
   * that engines find more quickly and of which no more is known than that there are so many at least.
   */
  | {
      readonly kind: 'distinct';
      readonly column: string;
      readonly of?: 'complaint';
      readonly where?: Condition;
      readonly roughly?: true;
    }
  /** How many of those that count (`among`) are such (`of`), in percent. */
  | { readonly kind: 'share'; readonly of: Condition; readonly among?: Condition }
  /** The sum of money, one for each currency. */
  | { readonly kind: 'sum'; readonly column: string; readonly currency: string; readonly where?: Condition }
  /** The arithmetic mean of a number. */
  | { readonly kind: 'average'; readonly column: string; readonly where?: Condition }
  /** Elapsed time between two instants, or what a column of milliseconds says. */
  | { readonly kind: 'duration'; readonly from: string; readonly to: string; readonly where?: Condition }
  | { readonly kind: 'worked'; readonly column: string; readonly where?: Condition };

/** A metric as data. */
export interface Metric<Name extends string = string> {
  readonly name: Name;
  /** Grows when the definition changes meaning. */
  readonly version: number;
  readonly label: { readonly zh: string; readonly en: string };
  readonly definition: { readonly zh: string; readonly en: string };
  readonly fact: FactName;
  /** Instant of the fact that places a row in a window, and in a day. */
  readonly anchor: string;
  readonly measure: Measure;
  readonly unit: Unit;
  /** For a span of time: the events between which it lies, and the clock that it is measured by. */
  readonly span?: { readonly start: string; readonly end: string; readonly clock: 'WALL' | 'BUSINESS' };
  /** The metric of regulations whose target it is held against. */
  readonly target?: string;
}

import { restsOnNow, type Condition } from '../../metrics/model/condition.model';
import type { Measure } from '../../metrics/model/metric.model';

/** A number that grows and shrinks with the rows of a fact: how many satisfy a condition, or the sum of a column of those. */
export interface RolledNumber {
  readonly column?: string;
  readonly where?: Condition;
}

const rowsWith = (...conditions: readonly (Condition | undefined)[]): RolledNumber => {
  const given = conditions.filter((condition) => condition !== undefined);
  const [first] = given;
  return first === undefined ? {} : { where: given.length === 1 ? first : { all: given } };
};

const known = (column: string): Condition => ({ column, known: true });

const sumOf = (column: string, where: Condition | undefined): RolledNumber => ({
  column,
  ...(where === undefined ? {} : { where }),
});

/**
 * The numbers from which a measure is told: in the order in which engines give them, and behind the sum of money how many
 * it is the sum of, as there is no sum of none. Undefined for what is no sum over rows, or rests on the moment at which it
 * is asked.
 */
export function rolledNumbers(measure: Measure): readonly RolledNumber[] | undefined {
  const numbers = numbersOf(measure);
  return numbers?.some(({ where }) => where !== undefined && restsOnNow(where)) === true ? undefined : numbers;
}

function numbersOf(measure: Measure): readonly RolledNumber[] | undefined {
  switch (measure.kind) {
    case 'count':
      return [rowsWith(measure.where)];
    case 'share':
      return [rowsWith(measure.of, measure.among), rowsWith(measure.among)];
    case 'sum':
    case 'average':
      return [sumOf(measure.column, measure.where), rowsWith(measure.where, known(measure.column))];
    case 'distinct':
    case 'duration':
    case 'worked':
      return undefined;
  }
}

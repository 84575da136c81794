/**
 * A condition on the columns of a fact, as data: engines make SQL of it, and totals that are kept beside the facts decide
 * it for single rows, so that both cannot mean different things.
 */
export type Condition =
  | { readonly column: string; readonly in: readonly (string | number)[] }
  | { readonly column: string; readonly known: boolean }
  | { readonly column: string; readonly atLeast: number }
  | { readonly column: string; readonly before: 'NOW' }
  | { readonly column: string; readonly notAfter: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** Whether the condition rests on the moment at which it is asked, so that totals kept beside the facts cannot know it. */
export function restsOnNow(condition: Condition): boolean {
  if ('before' in condition) return true;
  if ('all' in condition) return condition.all.some(restsOnNow);
  if ('any' in condition) return condition.any.some(restsOnNow);
  return 'not' in condition && restsOnNow(condition.not);
}

type Row = Readonly<Record<string, string | number | bigint | Date | null>>;

const comparable = (value: Row[string] | undefined): number | undefined => {
  if (value === null || value === undefined) return undefined;
  return value instanceof Date ? value.getTime() : Number(value);
};

/** Whether a row satisfies a condition. As in SQL, a comparison with nothing is not satisfied. */
export function satisfies(row: Row, condition: Condition, now: Date): boolean {
  if ('all' in condition) return condition.all.every((each) => satisfies(row, each, now));
  if ('any' in condition) return condition.any.some((each) => satisfies(row, each, now));
  if ('not' in condition) return !satisfies(row, condition.not, now);
  const value = row[condition.column];
  if ('in' in condition) return value !== null && condition.in.includes(value as string | number);
  if ('known' in condition) return (value !== null && value !== undefined) === condition.known;
  const left = comparable(value);
  if (left === undefined) return false;
  if ('atLeast' in condition) return left >= condition.atLeast;
  if ('before' in condition) return left < now.getTime();
  const right = comparable(row[condition.notAfter]);
  return right !== undefined && left <= right;
}

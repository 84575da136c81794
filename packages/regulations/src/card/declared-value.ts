import { z } from 'zod';
import type { FactValue } from '../conditions/facts.model';
import type { Regulation } from '../regulation/regulation.model';

export type DeclaredFact = Regulation['assessment'][number] | Regulation['recordCard']['fields'][number];

/** What is wrong with a value of a record card or an assessment. */
export interface FactProblem {
  readonly code: 'REQUIRED' | 'UNKNOWN' | 'MISTYPED' | 'NOT_AN_OPTION' | 'TOO_LONG';
  /** Its key, or the axis for a classification. */
  readonly key: string;
  /** What was expected, in words. */
  readonly expected: string;
  /** The codes that are possible, for a choice. */
  readonly allowed?: readonly string[];
}

const calendarDate = z.iso.date();

/** What is wrong with a value that somebody stated for a declared fact, if anything. */
export function valueProblem(
  { key, type, options = [] }: Pick<DeclaredFact, 'key' | 'type' | 'options'>,
  value: FactValue,
): FactProblem | undefined {
  const mistyped = (expected: string): FactProblem => ({ code: 'MISTYPED', key, expected });
  switch (type) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? undefined : mistyped('true or false');
    case 'NUMBER':
    case 'MONEY':
      return Number.isSafeInteger(value) ? undefined : mistyped(type === 'MONEY' ? 'minor units' : 'a whole number');
    case 'QUANTITY':
      return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? undefined : mistyped('a quantity');
    case 'DATE':
      return calendarDate.safeParse(value).success ? undefined : mistyped('a date such as 2026-11-21');
    case 'CHOICE': {
      const allowed = options.map(({ code }) => code);
      if (typeof value === 'string' && allowed.includes(value)) return undefined;
      return { code: 'NOT_AN_OPTION', key, expected: `one of ${allowed.join(', ')}`, allowed };
    }
    case 'TEXT':
      return typeof value === 'string' ? undefined : mistyped('text');
  }
}

import type { CaseRefusal } from './case.rules';

/** Enough for some ten pages, and what fits the database's text column in any script. */
const LONGEST_TEXT = 16_000;
const LONGEST_REFERENCE = 255;

/** A text that the case rests on is neither empty nor endless. */
export function unfitText(text: string, field: string): CaseRefusal | undefined {
  const path = ['input', field];
  if (text.trim() === '') return { code: 'CASE_TEXT_MISSING', path, facts: { field } };
  return tooLongText(text, path);
}

/** A text that may be left out, or empty, is not endless either. */
export function tooLongText(
  text: string | undefined,
  path: readonly string[],
  limit: number = LONGEST_TEXT,
): CaseRefusal | undefined {
  if (text === undefined || text.length <= limit) return undefined;
  return { code: 'CASE_TEXT_TOO_LONG', path, facts: { limit }, details: { limit } };
}

/** The number under which somebody outside keeps the matter. */
export function tooLongReference(reference: string | undefined): CaseRefusal | undefined {
  return tooLongText(reference, ['input', 'reference'], LONGEST_REFERENCE);
}

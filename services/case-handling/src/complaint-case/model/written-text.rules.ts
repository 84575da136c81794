import type { CaseRefusal } from './case.rules';

/** Enough for some ten pages, and what fits the database's text column in any script. */
const LONGEST_TEXT = 16_000;

/** A text that the case rests on is neither empty nor endless. */
export function unfitText(text: string, field: string): CaseRefusal | undefined {
  const path = ['input', field];
  if (text.trim() === '') return { code: 'CASE_TEXT_MISSING', path, facts: { field } };
  if (text.length > LONGEST_TEXT) {
    return { code: 'CASE_TEXT_TOO_LONG', path, facts: { limit: LONGEST_TEXT }, details: { limit: LONGEST_TEXT } };
  }
  return undefined;
}

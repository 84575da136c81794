import type { Refusal } from '@redress/kernel';
import type { DraftRefusalCode } from './draft.errors';

const LONGEST_TEXT = 16_000;

/** What was decided, and on what, is neither empty nor endless. */
export function unfitGapText(field: 'matter' | 'decision', text: string): Refusal<DraftRefusalCode> | undefined {
  const path = ['input', field];
  if (text.trim() === '') return { code: 'CASE_TEXT_MISSING', path, facts: { field } };
  if (text.length <= LONGEST_TEXT) return undefined;
  return { code: 'CASE_TEXT_TOO_LONG', path, facts: { limit: LONGEST_TEXT }, details: { limit: LONGEST_TEXT } };
}

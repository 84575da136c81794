import type { Refusal } from '@redress/kernel';
import { checkRegulation } from '@redress/regulations';

/** How a file that was sent is called in what is said of it. */
export const SENT_FILE = 'document';

/** Every mistake of a document as a refusal with its line, its path and what was expected there. */
export function mistakesIn(content: string): readonly Refusal<'CASE_REGULATION_MISTAKE'>[] {
  return checkRegulation(SENT_FILE, content).map(({ line, path, expected }) => ({
    code: 'CASE_REGULATION_MISTAKE',
    path: ['input', 'document', ...path.split('/').filter((step) => step !== '')],
    facts: { line, path, expected },
  }));
}

/** The JSON text of a document: as its author wrote it, or, for a value, two spaces a step. */
export function contentOf(document: unknown): string {
  return typeof document === 'string' ? document : JSON.stringify(document, null, 2);
}

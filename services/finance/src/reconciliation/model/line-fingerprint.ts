import { createHash } from 'node:crypto';
import { canonicalJson } from '@redress/kernel';
import type { StatementLine, StatementName } from './statement.model';

const KEY_BYTES = 16;

/** Stands for files to which nobody gave a name. */
export const UNNAMED = Buffer.alloc(KEY_BYTES);

/** What a line says, and nothing of how it came: equal lines have equal fingerprints. */
export function fingerprintOf(line: StatementLine): Buffer {
  const said = [
    line.bookedOn,
    line.valueOn,
    line.amountMinor,
    line.currency,
    line.bankReference ?? '',
    [...line.references].sort(),
    line.text,
    line.balanceAfterMinor ?? '',
  ];
  return createHash('sha256').update(canonicalJson(said)).digest();
}

/** Tells statements apart; zeros for a file without a name. */
export function statementKeyOf(statement: StatementName | undefined): Buffer {
  if (statement === undefined) return UNNAMED;
  return createHash('sha256')
    .update(canonicalJson([statement.name, statement.part]))
    .digest()
    .subarray(0, KEY_BYTES);
}

const LONGEST_TEXT = 500;
const LONGEST_REFERENCE = 128;
const MOST_REFERENCES = 20;
/** What could be a number or key that finance gave: letters and digits with marks between, at least six. */
const TOKEN = /[A-Za-z0-9](?:[A-Za-z0-9:_./-]{4,126})[A-Za-z0-9]/g;

/** Text without differences that no person sees. */
export function plainText(parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join(' ')
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
}

/**
 * What the line may be known by: its references, and what looks like one in its text. Where these are too many, words of
 * the text go first that have no digit: they are never a number or key, and would push one out.
 */
export function referencesOf(given: readonly (string | undefined)[], text: string): string[] {
  const inText = text.match(TOKEN) ?? [];
  const [numbered, words] = [inText.filter((token) => /\d/.test(token)), inText.filter((token) => !/\d/.test(token))];
  const found = [...given.map((reference) => reference?.trim() ?? ''), ...numbered, ...words].filter(
    (reference) => reference !== '' && reference !== 'NOTPROVIDED' && reference.length <= LONGEST_REFERENCE,
  );
  return [...new Set(found)].slice(0, MOST_REFERENCES).sort();
}

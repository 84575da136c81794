import { createHash } from 'node:crypto';

/** Scripts without spaces between words, which are indexed by overlapping pairs of characters. */
const IDEOGRAPHIC = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const RUNS = new RegExp(`[${IDEOGRAPHIC}]+|[\\p{L}\\p{M}\\p{N}]+`, 'gu');
const RUN_WITH_PREFIX_SIGN = new RegExp(`(${RUNS.source})(\\*)?`, 'gu');
const IDEOGRAPHIC_RUN = new RegExp(`^[${IDEOGRAPHIC}]`, 'u');
const MIXED = new RegExp(`[${IDEOGRAPHIC}]+|[^${IDEOGRAPHIC}]+`, 'gu');
const MARKS = /\p{M}/gu;

/** MySQL indexes words of up to 84 characters; 16 are left for the prefixes. */
const WORD_LENGTH = 60;
const TOKENS_AT_MOST = 6_000;
const TERMS_AT_MOST = 24;
/** `t` and eight hexadecimal digits. */
const PREFIX_LENGTH = 9;

/**
 * The ASCII words that stand for a text in the full-text index. The database's own parser knows neither Chinese nor
 * tenants, so each word carries the tenant's prefix and its kind: `w` a Latin word or a number, `c` one or two
 * ideographs as hexadecimal code points, `x` the digest of a word in any other script.
 */
export function searchTokens(tenantId: string, texts: readonly (string | null | undefined)[]): string {
  const prefix = tenantPrefix(tenantId);
  const tokens = new Set<string>();
  for (const text of texts) {
    if (text === null || text === undefined) continue;
    for (const [run] of normal(text).matchAll(RUNS)) {
      for (const part of run.match(MIXED) ?? []) {
        if (tokens.size >= TOKENS_AT_MOST) return [...tokens].join(' ');
        for (const token of tokensOfRun(part)) tokens.add(prefix + token);
      }
    }
  }
  return [...tokens].join(' ');
}

/** The tokens of a text apart from their tenant: what two texts have in common, whoever indexed them. */
export function termsOf(tokens: string): ReadonlySet<string> {
  return new Set(tokens.split(' ').flatMap((token) => (token === '' ? [] : [token.slice(PREFIX_LENGTH)])));
}

/** The terms of texts. */
export function textTerms(texts: readonly (string | null | undefined)[]): ReadonlySet<string> {
  return termsOf(searchTokens('', texts));
}

/** A term as people write it; nothing for one that is kept as a digest only. */
export function readableTerm(term: string): string | undefined {
  if (term.startsWith('w')) return term.slice(1);
  if (!term.startsWith('c')) return undefined;
  const codes = term.slice(1).match(/.{5}/g) ?? [];
  return codes.map((code) => String.fromCodePoint(Number.parseInt(code, 16))).join('');
}

/**
 * The query in boolean mode: every term has to occur. A word that ends in `*` matches beginnings, and so does a single
 * ideograph. `undefined` when the query holds nothing that can be searched for.
 */
export function searchExpression(tenantId: string, query: string): string | undefined {
  const prefix = tenantPrefix(tenantId);
  const terms = new Set<string>();
  for (const [, run = '', sign] of normal(query).matchAll(RUN_WITH_PREFIX_SIGN)) {
    const parts = run.match(MIXED) ?? [];
    parts.forEach((part, index) => {
      const open = sign !== undefined && index === parts.length - 1;
      for (const term of termsOfRun(part, open)) terms.add(`+${prefix}${term}`);
    });
  }
  return terms.size === 0 ? undefined : [...terms].slice(0, TERMS_AT_MOST).join(' ');
}

function tokensOfRun(run: string): string[] {
  if (!IDEOGRAPHIC_RUN.test(run)) return [wordToken(run)];
  const codes = codePoints(run);
  // The last ideograph stands alone too: a search for it alone looks for tokens that begin with it.
  return codes.map((code, index) => `c${code}${codes[index + 1] ?? ''}`);
}

function termsOfRun(run: string, open: boolean): string[] {
  if (!IDEOGRAPHIC_RUN.test(run)) return [open && isLatin(run) ? `${wordToken(run)}*` : wordToken(run)];
  const codes = codePoints(run);
  if (codes.length === 1) return [`c${codes[0]}*`];
  return codes.slice(0, -1).map((code, index) => `c${code}${codes[index + 1]}`);
}

function codePoints(run: string): string[] {
  return [...run].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(5, '0'));
}

function wordToken(word: string): string {
  if (isLatin(word)) return `w${word.slice(0, WORD_LENGTH)}`;
  return `x${createHash('sha256').update(word).digest('hex').slice(0, 16)}`;
}

function isLatin(word: string): boolean {
  return /^[a-z0-9]+$/.test(word);
}

/** One way of writing: full-width forms as plain ones, lower case, without accents. */
function normal(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
}

const prefixes = new Map<string, string>();

/** A clash of two tenants' prefixes costs a little speed, never isolation: rows are filtered by tenant as well. */
function tenantPrefix(tenantId: string): string {
  const known = prefixes.get(tenantId);
  if (known !== undefined) return known;
  const prefix = `t${createHash('sha256').update(tenantId).digest('hex').slice(0, 8)}`;
  prefixes.set(tenantId, prefix);
  return prefix;
}

import { createHash } from 'node:crypto';

const CODE_LENGTH_AT_MOST = 64;
const DIGEST_LENGTH = 8;

/**
 * The code of a category that is known by its label only: lower-case ASCII words joined by dashes. A label that does
 * not fit, or is not written in Latin letters, is told apart by a digest.
 */
export function codeOfLabel(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const isLatin = !/[^\p{Script=Latin}\p{Script=Common}]/u.test(plain);
  if (isLatin && slug !== '' && slug.length <= CODE_LENGTH_AT_MOST) return slug;
  const digest = createHash('sha256').update(label.normalize('NFKC').trim()).digest('hex').slice(0, DIGEST_LENGTH);
  const head = slug.slice(0, CODE_LENGTH_AT_MOST - DIGEST_LENGTH - 1).replace(/-$/, '');
  return `${head === '' ? 'category' : head}-${digest}`;
}

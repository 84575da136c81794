import { createHash, randomBytes } from 'node:crypto';

/** Without the letters that are read as others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = /.{4}(?!$)/g;

/** A code of 80 random bits, in groups of four: `7K3M-…`. */
export function newVoucherCode(random: (bytes: number) => Buffer = randomBytes): string {
  const letters = [...random(LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  return letters.join('').replace(GROUP, '$&-');
}

/** What is kept of a code, however it was typed. */
export function hashOfCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

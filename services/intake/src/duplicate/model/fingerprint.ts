import { createHash } from 'node:crypto';

/** Bands of three hashes each: of two texts that share seven tenths of their terms, 96 of 100 pairs meet in a band. */
const BANDS = 8;
const HASHES_OF_A_BAND = 3;
const BAND_BYTES = 8;
/** Fewer terms are too little to tell texts apart. */
const TERMS_AT_LEAST = 5;
const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;

/** Multipliers and offsets of the hash functions; fixed for ever, or nothing stored would be found. */
const FUNCTIONS = Array.from({ length: BANDS * HASHES_OF_A_BAND }, (_, index) => {
  const digest = createHash('sha256').update(`redress/fingerprint/${index}`).digest();
  return { factor: digest.readUInt32BE(0) | 1, offset: digest.readUInt32BE(4) };
});

/**
 * Bands of the MinHash of a text: texts that are nearly the same have at least one in common, others hardly ever. None
 * for a text of a few words.
 */
export function fingerprint(terms: ReadonlySet<string>): Buffer[] {
  if (terms.size < TERMS_AT_LEAST) return [];
  const least = new Uint32Array(FUNCTIONS.length).fill(0xffffffff);
  for (const term of terms) {
    const hash = fnv(term);
    FUNCTIONS.forEach(({ factor, offset }, index) => {
      const mixed = Math.imul(hash ^ offset, factor);
      const value = (mixed ^ (mixed >>> 15)) >>> 0;
      if (value < (least[index] ?? 0)) least[index] = value;
    });
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const hashes = least.slice(band * HASHES_OF_A_BAND, (band + 1) * HASHES_OF_A_BAND);
    return createHash('sha256')
      .update(`${band}:${hashes.join(':')}`)
      .digest()
      .subarray(0, BAND_BYTES);
  });
}

function fnv(term: string): number {
  let hash = FNV_START;
  for (let index = 0; index < term.length; index += 1) hash = Math.imul(hash ^ term.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
}

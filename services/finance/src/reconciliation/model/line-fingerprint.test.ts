import { referencesOf } from './line-fingerprint';

const KEY = 'f190a0b0-0000-7000-8000-000000000001';
const WORDS = Array.from({ length: 26 }, (_, index) => `Verwendung${String.fromCharCode(65 + index)}`);

describe('what a line may be known by', () => {
  it('is its references and what looks like one in its text, each once and in order', () => {
    expect(referencesOf([' b-1 ', undefined, 'NOTPROVIDED'], 'refund S2026-000017 b-1')).toEqual([
      'S2026-000017',
      'b-1',
      'refund',
    ]);
  });

  it('is never pushed out by words, however many the text has', () => {
    for (const references of [referencesOf([KEY], WORDS.join(' ')), referencesOf([], [...WORDS, KEY].join(' '))]) {
      expect(references).toHaveLength(20);
      expect(references).toContain(KEY);
    }
  });
});

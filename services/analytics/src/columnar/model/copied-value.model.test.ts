import { newId } from '@redress/kernel';
import { markOf } from './copied-value.model';

describe('the mark of an identifier', () => {
  it('is one bit of 64, the same each time, and none where there is no identifier', () => {
    const marks = Array.from({ length: 2_000 }, () => {
      const id = newId();
      expect(markOf(id)).toBe(markOf(id));
      return BigInt.asUintN(64, markOf(id) ?? 0n);
    });
    for (const mark of marks) expect([...mark.toString(2)].filter((bit) => bit === '1')).toHaveLength(1);
    // Of two thousand at random, one of the 64 is missing less than once in a million million runs.
    expect(new Set(marks).size).toBe(64);
    expect([markOf(null), markOf(undefined)]).toEqual([null, null]);
  });
});

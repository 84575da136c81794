import { newId } from '@redress/kernel';
import { madeAtMs, wireText } from './numbered-event';

describe('a numbered event', () => {
  it('travels with its shard and number', () => {
    expect(JSON.parse(wireText(1, 7, '{"id":"x","data":{"a":[1]}}'))).toEqual({
      shard: 1,
      shardseq: '7',
      id: 'x',
      data: { a: [1] },
    });
  });

  it('tells by its id when it was made', () => {
    expect(madeAtMs(newId(1_900_000_000_123))).toBe(1_900_000_000_123);
  });
});

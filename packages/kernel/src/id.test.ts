import { isId, newId } from './id';

describe('newId', () => {
  it('writes version 7 ids in the order in which they were made, within one millisecond too', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(1_700_000_000_000));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true);
  });

  it('stays in order when the clock goes back', () => {
    const before = newId(1_800_000_000_000);
    expect(newId(1_799_999_999_000) > before).toBe(true);
  });
});

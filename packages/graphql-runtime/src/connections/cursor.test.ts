import { thrownCode } from '../demo/thrown-code';
import fc from 'fast-check';
import { createCursorCodec } from './cursor';
import type { SortKey } from './cursor';
import { readPageArgs } from './page-size';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const codec = createCursorCodec(new Uint8Array(32).fill(7));

describe('a cursor', () => {
  it('comes back as it was written, whatever the sort key', () => {
    const aKey: fc.Arbitrary<SortKey> = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.bigInt(),
      fc.boolean(),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    );
    fc.assert(
      fc.property(aKey, fc.uuid(), (key, id) => {
        fc.pre(String(key).length < 100);
        expect(codec.decode('list', codec.encode('list', { key, id }))).toEqual({ key, id });
      }),
    );
  });

  const cursor = codec.encode('acme/tickets/newest', { key: new Date(0), id: 'a' });
  it.each([
    ['of another list or tenant', () => codec.decode('other/tickets/newest', cursor)],
    ['of another key', () => createCursorCodec(new Uint8Array(32)).decode('acme/tickets/newest', cursor)],
    ['that was altered', () => codec.decode('acme/tickets/newest', `X${cursor.slice(1)}`)],
    ['that is cut', () => codec.decode('acme/tickets/newest', cursor.slice(0, -4))],
    ['that is empty', () => codec.decode('acme/tickets/newest', '')],
    ['that is huge', () => codec.decode('acme/tickets/newest', 'x'.repeat(100_000))],
  ])('%s is refused', (_, read) => {
    expect(thrownCode(read)).toBe('CURSOR_INVALID');
  });
});

describe('the arguments of a page', () => {
  it('default to 25 from the start', () => {
    expect(readPageArgs({})).toEqual({ size: 25, fromEnd: false, after: undefined, before: undefined });
    expect(readPageArgs({ before: 'x' }).fromEnd).toBe(true);
    expect(readPageArgs({ first: null, last: 3 })).toMatchObject({ size: 3, fromEnd: true });
  });

  it.each([{ first: 0 }, { first: 101 }, { last: -1 }, { first: 1.5 }, { first: 1, last: 1 }])(
    'are refused when %j',
    (args) => {
      expect(thrownCode(() => readPageArgs(args))).toBe('PAGE_SIZE_INVALID');
    },
  );
});

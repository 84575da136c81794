import { decideReconciliation, onlyGrew } from './reconciliation.decide';

const record = { wantedFirst: 1, published: 10, last: 12 };

describe('comparing the stream with the outbox', () => {
  it.each([
    ['everything is there', { count: 10, first: 1, last: 10 }, record, { kind: 'complete' }],
    [
      'older events are still there',
      { count: 8, first: 3, last: 10 },
      { ...record, wantedFirst: 5 },
      { kind: 'complete' },
    ],
    ['everything is lost', { count: 0, first: 0, last: 0 }, record, { kind: 'rewind', to: 0 }],
    [
      'nothing was published',
      { count: 0, first: 0, last: 0 },
      { wantedFirst: undefined, published: 0, last: 0 },
      { kind: 'complete' },
    ],
    [
      'nothing is due yet',
      { count: 0, first: 0, last: 0 },
      { wantedFirst: 1, published: 0, last: 3 },
      { kind: 'complete' },
    ],
    ['the end is lost', { count: 6, first: 1, last: 6 }, record, { kind: 'rewind', to: 6 }],
    ['the mark is behind', { count: 12, first: 1, last: 12 }, record, { kind: 'advance', to: 12 }],
    ['the beginning is lost', { count: 4, first: 7, last: 10 }, record, { kind: 'scan' }],
    ['there is a hole', { count: 9, first: 1, last: 10 }, record, { kind: 'scan' }],
    ['there are duplicates', { count: 11, first: 1, last: 10 }, record, { kind: 'scan' }],
    ['the database was restored from a backup', { count: 20, first: 1, last: 20 }, record, { kind: 'outrun', to: 20 }],
  ])('decides when %s', (_title, survey, known, decision) => {
    expect(decideReconciliation(survey, known)).toEqual(decision);
  });

  it('does not scan again when only new events have come to what a scan found complete', () => {
    const before = { count: 12, first: 1, last: 10, published: 10 };
    expect(onlyGrew(before, { count: 15, first: 1, last: 13 }, 13)).toBe(true);
    expect(onlyGrew(before, { count: 14, first: 1, last: 13 }, 13)).toBe(false);
    expect(onlyGrew(before, { count: 15, first: 1, last: 12 }, 13)).toBe(false);
    expect(onlyGrew(undefined, { count: 15, first: 1, last: 13 }, 13)).toBe(false);
  });
});

import { filedComplaintOf, type ComplaintRow } from './erasure-rows';

const ROW: ComplaintRow = {
  ...{ id: 'c', number: 'TS-1', product: null, orderNumber: null, receivedAt: new Date('2026-01-05T00:00:00.000Z') },
  ...{ regulationId: null, regulationVersion: null, past: 0, open: null, keepUntil: null },
  ...{ mergedInto: null, targetPast: null, targetOpen: null, holds: '0' },
};

describe('whether a complaint is handled', () => {
  it.each<[string, Partial<ComplaintRow>, boolean]>([
    ['is taken for granted as long as nothing was told', {}, true],
    ['is told by case handling', { open: 0 }, false],
    ['is told by case handling again', { open: 1 }, true],
    ['is over for what was taken over with its history', { past: 1 }, false],
    ['is told of that too, when it is opened again', { past: 1, open: 1 }, true],
    ['is also a matter of what it was merged into', { open: 0, mergedInto: 'm', targetPast: 0 }, true],
    ['is over when both are', { open: 0, mergedInto: 'm', targetPast: 0, targetOpen: 0 }, false],
    ['is over when that was taken over with its history', { open: 0, mergedInto: 'm', targetPast: 1 }, false],
  ])('%s', (_, row, open) => {
    expect(filedComplaintOf({ ...ROW, ...row }).open).toBe(open);
  });

  it('comes with its holds and its regulation', () => {
    const { held, regulation } = filedComplaintOf({ ...ROW, holds: '2', regulationId: 'r', regulationVersion: 3 });
    expect({ held, regulation }).toEqual({ held: true, regulation: { id: 'r', version: 3 } });
    expect(filedComplaintOf(ROW)).toMatchObject({ held: false, regulation: undefined });
  });
});

import { COMPLAINTS_AT_MOST, type ComplaintStanding } from './erasure.model';
import { erasureProblems } from './erasure.rules';

const NOW = new Date('2026-11-20T02:00:00.000Z');

function standing(number: string, changes: Partial<ComplaintStanding> = {}): ComplaintStanding {
  return {
    ...{ id: number, number, product: null, orderNumber: null, receivedAt: new Date('2026-01-05T00:00:00.000Z') },
    ...{ open: false, held: false, keepUntil: null, archives: false },
    ...changes,
  };
}

const codes = (complaints: readonly ComplaintStanding[]) => erasureProblems(complaints, NOW).map(({ code }) => code);

describe('somebody who asks to be forgotten', () => {
  it.each<[string, Partial<ComplaintStanding>, string[]]>([
    ['has nothing but what ended', {}, []],
    ['has a complaint that is handled', { open: true }, ['INTAKE_ERASURE_COMPLAINT_OPEN']],
    ['has a file under a legal hold', { held: true }, ['INTAKE_ERASURE_LEGAL_HOLD']],
    [
      'has a file that is kept for another millisecond',
      { keepUntil: new Date(NOW.getTime() + 1) },
      ['INTAKE_ERASURE_KEPT_UNTIL'],
    ],
    ['has a file whose time is just over', { keepUntil: NOW, archives: true }, []],
    ['has a file that is to be kept and is not archived', { archives: true }, ['INTAKE_ERASURE_NOT_ARCHIVED']],
    ['has one that is handled and will be kept', { archives: true, open: true }, ['INTAKE_ERASURE_COMPLAINT_OPEN']],
  ])('who %s', (_, changes, expected) => {
    expect(codes([standing('TS-1'), standing('TS-2', changes)])).toEqual(expected);
  });

  it('is told of everything at once, with the complaints and the last date', () => {
    const kept = (day: string) => ({ keepUntil: new Date(`2031-01-${day}T00:00:00.000Z`) });
    const complaints = [
      standing('TS-1', { held: true, ...kept('03') }),
      standing('TS-2', kept('09')),
      ...Array.from({ length: 6 }, (_, index) => standing(`TS-${index + 3}`, { open: true })),
    ];
    expect(erasureProblems(complaints, NOW)).toEqual([
      { code: 'INTAKE_ERASURE_LEGAL_HOLD', path: ['customerId'], facts: { numbers: 'TS-1' } },
      {
        code: 'INTAKE_ERASURE_COMPLAINT_OPEN',
        path: ['customerId'],
        facts: { numbers: 'TS-3, TS-4, TS-5, TS-6, TS-7, …' },
      },
      {
        code: 'INTAKE_ERASURE_KEPT_UNTIL',
        path: ['customerId'],
        facts: { numbers: 'TS-1, TS-2', keepUntil: '2031-01-09T00:00:00.000Z' },
      },
    ]);
  });

  it('is a person, not the nameless customer of an import', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => standing(`TS-${index}`));
    expect(codes(many(COMPLAINTS_AT_MOST))).toEqual([]);
    expect(codes(many(COMPLAINTS_AT_MOST + 1))).toEqual(['INTAKE_ERASURE_TOO_MANY']);
  });
});

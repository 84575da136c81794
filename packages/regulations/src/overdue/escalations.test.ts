import fc from 'fast-check';
import { aLabel, aRegulation, aStage } from '../testing/builders';
import { escalations, type EscalationClock } from './escalations';

// Found at random, the same in each run.
fc.configureGlobal({ seed: 4_711 });

const quote = 'a sentence';
const regulation = aRegulation({
  parties: [
    { party: 'quality', label: aLabel('Quality'), kind: 'UNIT', role: 'handler', quote },
    { party: 'director', label: aLabel('Director'), kind: 'POST', role: 'manager', quote },
  ],
  stages: [aStage('investigation', { performers: ['quality', 'director'] }), aStage('report', { kind: 'OPINION' })],
  papers: [
    { paper: 'reminder', kind: 'REMINDER', label: aLabel('催办单'), quote },
    { paper: 'inquiry', kind: 'OVERDUE_INQUIRY', label: aLabel('查办单'), quote },
  ],
  overduePapers: [
    { paper: 'reminder', when: 'OPEN_AND_OVERDUE', to: 'DEPARTMENT_OF_STAGE', issuedBy: ['supervisor'], quote },
    { paper: 'inquiry', when: 'CLOSED_AND_STAGE_WAS_LATE', to: 'PERFORMERS_OF_STAGE', issuedBy: ['manager'], quote },
  ],
});
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2, 0, minute));
const clock = (changes: Partial<EscalationClock> = {}): EscalationClock => ({
  clockId: 'c1',
  stage: 'investigation',
  dueAt: at(10),
  ...changes,
});
const papers = (clocks: readonly EscalationClock[], now: number, closedAt?: number) =>
  escalations({ regulation, clocks, now: at(now), closedAt: closedAt === undefined ? undefined : at(closedAt) });

describe('escalations', () => {
  it('remind the department of a stage that is open and late', () => {
    expect(papers([clock()], 11)).toEqual([
      {
        paper: 'reminder',
        when: 'OPEN_AND_OVERDUE',
        stage: 'investigation',
        clockId: 'c1',
        to: ['quality'],
        issuedBy: ['supervisor'],
      },
    ]);
    expect(papers([clock({ stage: 'report' })], 11)[0]?.to).toEqual(['handler']);
  });

  it('inquire into the cause once the case is closed and the stage was late', () => {
    expect(papers([clock({ finishedAt: at(12) })], 20)).toEqual([]);
    expect(papers([clock({ finishedAt: at(12) })], 20, 15)).toMatchObject([
      { paper: 'inquiry', to: ['quality', 'director'], issuedBy: ['manager'] },
    ]);
  });

  it('leave alone what was finished in the very moment in which it was due, or left out before', () => {
    expect(papers([clock()], 10)).toEqual([]);
    expect(papers([clock({ finishedAt: at(10) })], 20, 15)).toEqual([]);
    expect(papers([clock({ cancelledAt: at(9) })], 20, 15)).toEqual([]);
  });

  it('call for nothing where the regulation knows no such papers', () => {
    expect(escalations({ regulation: aRegulation(), clocks: [clock()], now: at(99) })).toEqual([]);
  });

  it('remind while a case is open and inquire when it is closed, never both, at most once a clock', () => {
    const minute = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ dueAt: minute, finishedAt: fc.option(minute, { nil: undefined }) }), { maxLength: 5 }),
        minute,
        fc.option(minute, { nil: undefined }),
        (given, now, closedAt) => {
          const clocks = given.map(({ dueAt, finishedAt }, index) => ({
            clockId: index.toString(),
            stage: 'investigation',
            dueAt: at(dueAt),
            finishedAt: finishedAt === undefined ? undefined : at(finishedAt),
          }));
          const due = papers(clocks, now, closedAt);
          expect(new Set(due.map(({ paper }) => paper)).size).toBeLessThanOrEqual(1);
          expect(new Set(due.map(({ clockId }) => clockId)).size).toBe(due.length);
          const isClosed = closedAt !== undefined && closedAt <= now;
          const late = given.filter(({ dueAt, finishedAt }) =>
            isClosed ? (finishedAt ?? closedAt) > dueAt : finishedAt === undefined && now > dueAt,
          );
          expect(due).toHaveLength(late.length);
        },
      ),
    );
  });
});

import { money } from '@redress/kernel';
import { aLabel, aRegulation, aStage, someSettings } from '../testing/builders';
import { simulate } from './simulate';
import { simulateCase } from './simulate-case';
import type { CaseHistory, RegulationInForce } from './simulation.model';

const quote = 'a sentence';
const levels = (major: string) => ({
  direction: 'UP_ONLY',
  initial: 'general',
  quote,
  values: [
    { level: 'general', rank: 1, label: aLabel('General'), track: 'NORMAL' },
    { level: 'major', rank: 2, label: aLabel('Major'), track: 'NORMAL' },
  ],
  triggers: [{ trigger: 'many', level: 'major', when: major, quote }],
});
const deadline = (amount: number) => ({ amount, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', quote });
const version = (changes: { days: number; major: string; maximum: string }): RegulationInForce => ({
  regulation: aRegulation({
    levels: levels(changes.major),
    stages: [
      aStage('investigation', { deadline: deadline(changes.days) }),
      aStage('report', { kind: 'OPINION', when: 'case.level == "major"', deadline: deadline(1) }),
    ],
    authority: { rows: [{ holder: 'supervisor', currency: 'CNY', maximum: changes.maximum, quote }] },
  }),
  settings: someSettings(),
});
const before = version({ days: 3, major: 'complainant.persons >= 10', maximum: '1000' });
const after = version({ days: 2, major: 'complainant.persons >= 5', maximum: '500' });

const history = (changes: Partial<CaseHistory> = {}): CaseHistory => ({
  caseId: 'c1',
  receivedAt: new Date('2026-03-09T02:00:00Z'),
  until: new Date('2026-04-01T00:00:00Z'),
  finished: { investigation: new Date('2026-03-12T01:00:00Z'), report: new Date('2026-03-10T01:00:00Z') },
  facts: { complainant: { persons: 1 } },
  decisions: [],
  ...changes,
});

describe('simulateCase', () => {
  it('finds nothing under the same rules', () => {
    expect(simulateCase(history(), before, { ...before }).differences).toEqual([]);
  });

  it('finds a clock that would have run out before the stage was finished', () => {
    expect(simulateCase(history(), before, after).differences).toEqual([
      {
        kind: 'CLOCK',
        stage: 'investigation',
        before: { dueAt: new Date('2026-03-12T16:00:00Z'), inTime: true },
        after: { dueAt: new Date('2026-03-11T16:00:00Z'), inTime: false },
      },
    ]);
  });

  it('finds another level, and the stages that come with it', () => {
    const { differences } = simulateCase(history({ facts: { complainant: { persons: 7 } } }), before, after);
    expect(differences).toMatchObject([
      { kind: 'LEVEL', before: 'general', after: 'major' },
      { kind: 'CLOCK', stage: 'investigation' },
      { kind: 'CLOCK', stage: 'report', after: { inTime: true } },
    ]);
    expect(differences[2]).not.toHaveProperty('before');
  });

  it('keeps a level that had been reached, where it may only rise', () => {
    const passed = history({ earlierFacts: [{ complainant: { persons: 7 } }] });
    expect(simulateCase(passed, before, after).differences[0]).toMatchObject({ kind: 'LEVEL', after: 'major' });
  });

  it('finds decisions that would have been beyond the decider', () => {
    const decided = { decisionId: 'd1', roles: ['supervisor' as const], parties: [], amounts: [money(60_000n, 'CNY')] };
    expect(simulateCase(history({ decisions: [decided] }), before, after).differences).toContainEqual({
      kind: 'AUTHORITY',
      decisionId: 'd1',
      before: true,
      after: false,
    });
  });
});

describe('simulate', () => {
  it('streams the cases that change and counts all of them', async () => {
    function* histories(): Generator<CaseHistory> {
      for (let index = 0; index < 300; index += 1) {
        yield history({ caseId: `c${index.toString()}`, facts: { complainant: { persons: index % 3 === 0 ? 7 : 1 } } });
      }
    }
    const seen: number[] = [];
    const running = simulate(histories(), before, after, ({ cases }) => seen.push(cases));
    let next = await running.next();
    let changed = 0;
    while (next.done !== true) {
      changed += 1;
      next = await running.next();
    }
    expect(changed).toBe(300);
    expect(seen).toHaveLength(300);
    expect(next.value).toMatchObject({
      cases: 300,
      casesChanged: 300,
      levels: { 'general>major': 100 },
      clocks: {
        investigation: { changed: 300, earlier: 300, newlyLate: 300 },
        report: { changed: 100, added: 100, newlyLate: 0 },
      },
    });
  });
});

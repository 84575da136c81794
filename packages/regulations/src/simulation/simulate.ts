import { simulateCase } from './simulate-case';
import type { CaseDifferences, CaseHistory, Difference, RegulationInForce } from './simulation.model';

/** How a stage's clocks would have changed, in numbers. */
export interface ClockChanges {
  readonly changed: number;
  readonly earlier: number;
  readonly later: number;
  /** Clocks that only one of the regulations has. */
  readonly added: number;
  readonly removed: number;
  readonly newlyLate: number;
  readonly newlyInTime: number;
}

/** What a simulation found, in numbers. */
export interface SimulationSummary {
  readonly cases: number;
  readonly casesChanged: number;
  /** By stage. */
  readonly clocks: Readonly<Record<string, ClockChanges>>;
  /** By `before>after`, with nothing for a regulation without levels: `general>major`. */
  readonly levels: Readonly<Record<string, number>>;
  readonly authority: { readonly newlyAllowed: number; readonly newlyRefused: number };
}

export const EMPTY_SUMMARY: SimulationSummary = {
  cases: 0,
  casesChanged: 0,
  clocks: {},
  levels: {},
  authority: { newlyAllowed: 0, newlyRefused: 0 },
};

const NO_CHANGES: ClockChanges = {
  changed: 0,
  earlier: 0,
  later: 0,
  added: 0,
  removed: 0,
  newlyLate: 0,
  newlyInTime: 0,
};

/** A summary with one more case. It grows with the stages and levels of the two regulations, never with the cases. */
export function summarise(summary: SimulationSummary, { differences }: CaseDifferences): SimulationSummary {
  const counted = { ...summary, cases: summary.cases + 1 };
  if (differences.length === 0) return counted;
  return differences.reduce(withDifference, { ...counted, casesChanged: counted.casesChanged + 1 });
}

/** Replays histories one by one as they come, without keeping any; yields those cases in which something is different. */
export async function* simulate(
  histories: AsyncIterable<CaseHistory> | Iterable<CaseHistory>,
  before: RegulationInForce,
  after: RegulationInForce,
  /** Called with the summary after every case, changed or not. */
  progress: (summary: SimulationSummary) => void = () => undefined,
): AsyncGenerator<CaseDifferences, SimulationSummary> {
  let summary = EMPTY_SUMMARY;
  for await (const history of histories) {
    const found = simulateCase(history, before, after);
    summary = summarise(summary, found);
    progress(summary);
    if (found.differences.length > 0) yield found;
  }
  return summary;
}

function withDifference(summary: SimulationSummary, difference: Difference): SimulationSummary {
  switch (difference.kind) {
    case 'LEVEL': {
      const change = `${difference.before ?? ''}>${difference.after ?? ''}`;
      return { ...summary, levels: { ...summary.levels, [change]: (summary.levels[change] ?? 0) + 1 } };
    }
    case 'AUTHORITY': {
      const { newlyAllowed, newlyRefused } = summary.authority;
      return {
        ...summary,
        authority: difference.after
          ? { newlyAllowed: newlyAllowed + 1, newlyRefused }
          : { newlyAllowed, newlyRefused: newlyRefused + 1 },
      };
    }
    case 'CLOCK': {
      const { stage } = difference;
      const clocks = { ...summary.clocks, [stage]: withClock(summary.clocks[stage] ?? NO_CHANGES, difference) };
      return { ...summary, clocks };
    }
  }
}

function withClock(counts: ClockChanges, { before, after }: Extract<Difference, { kind: 'CLOCK' }>): ClockChanges {
  const one = (holds: boolean): number => (holds ? 1 : 0);
  const both = before !== undefined && after !== undefined;
  return {
    changed: counts.changed + 1,
    earlier: counts.earlier + one(both && after.dueAt < before.dueAt),
    later: counts.later + one(both && after.dueAt > before.dueAt),
    added: counts.added + one(before === undefined),
    removed: counts.removed + one(after === undefined),
    newlyLate: counts.newlyLate + one(both && before.inTime && !after.inTime),
    newlyInTime: counts.newlyInTime + one(both && !before.inTime && after.inTime),
  };
}

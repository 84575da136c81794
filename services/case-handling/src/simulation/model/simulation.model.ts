import type { CaseDifferences } from '@redress/regulations';

/** How far a simulation has come. */
export const SIMULATION_STATES = ['WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type SimulationState = (typeof SIMULATION_STATES)[number];

export const DIFFERENCE_KINDS = ['CLOCK', 'LEVEL', 'AUTHORITY'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** How many differences there are, by kind and, for clocks, stage: `CLOCK:investigation`. */
export type DifferenceCounts = Readonly<Record<string, number>>;

/** Where a page begins: after the case that was read last. */
export interface PageStart {
  readonly receivedAt: Date;
  readonly caseId: string;
}

/** The counts with the differences of more cases. */
export function countedIn(counts: DifferenceCounts, found: readonly CaseDifferences[]): DifferenceCounts {
  const sum: Record<string, number> = { ...counts };
  for (const { differences } of found) {
    for (const difference of differences) {
      const key = difference.kind === 'CLOCK' ? `CLOCK:${difference.stage}` : difference.kind;
      sum[key] = (sum[key] ?? 0) + 1;
    }
  }
  return sum;
}

import type { Stage } from '../stage/stage';

/** What one measurement found, ready to be shown. */
export interface Finding {
  /** What was done, in a few words. */
  readonly title: string;
  readonly unit: string;
  readonly system: number;
  readonly floor: number;
  /** System divided by floor: of rates the larger is the better, of times the smaller. */
  readonly ratio: number;
  readonly aim: string;
  readonly met: boolean;
  /** What is measured, on both sides, in sentences. */
  readonly method: string;
  /** Further figures, with their names. */
  readonly more: readonly (readonly [string, string])[];
}

/** Says what happens while it does. */
export interface Surroundings {
  readonly stage: Stage;
  readonly say: (line: string) => void;
}

/** Measures one thing beside its floor. */
export type Measure = (surroundings: Surroundings) => Promise<Finding>;

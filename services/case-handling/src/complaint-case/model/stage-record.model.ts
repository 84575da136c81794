/** How far the work on a stage has come: `OPEN` again, or waiting for approvals, or finished, or left out. */
export type StageProgress = 'OPEN' | 'SUBMITTED' | 'DONE' | 'SKIPPED';

/** What was done on a stage of the regulation; a stage without one has not been touched. */
export interface StageRecord {
  readonly stage: string;
  readonly state: StageProgress;
  /** When it came to this state. */
  readonly at: Date;
  /** Who did the work of the stage. */
  readonly by: string;
  /** Subjects of those who approved, in order. */
  readonly approvals: readonly string[];
}

import type { Regulation } from '../regulation/regulation.model';

/** A clock of a case, as far as overdue papers depend on it. */
export interface EscalationClock {
  readonly clockId: string;
  readonly stage: string;
  readonly dueAt: Date;
  /** When the stage was finished; absent while it is not. */
  readonly finishedAt?: Date | undefined;
  /** When the clock was stopped without the stage being finished, for example because the stage was left out. */
  readonly cancelledAt?: Date | undefined;
}

/** A paper that a late stage calls for: one for each clock, whoever asks how often. */
export interface DuePaper {
  readonly paper: string;
  readonly when: Regulation['overduePapers'][number]['when'];
  readonly stage: string;
  readonly clockId: string;
  /** Roles and parties to whom it goes. */
  readonly to: readonly string[];
  readonly issuedBy: readonly string[];
}

/**
 * The papers that are due at a moment: reminders (催办单) for stages that are open and late, inquiries into the cause
 * (查办单) once a case is closed of which a stage was late. A stage that is finished in the very moment in which it is due
 * is in time.
 */
export function escalations({
  regulation,
  clocks,
  now,
  closedAt,
}: {
  readonly regulation: Regulation;
  readonly clocks: readonly EscalationClock[];
  readonly now: Date;
  readonly closedAt?: Date | undefined;
}): readonly DuePaper[] {
  const closed = closedAt !== undefined && closedAt <= now;
  return regulation.overduePapers.flatMap(({ paper, when, to, issuedBy }) =>
    clocks
      .filter((clock) =>
        when === 'OPEN_AND_OVERDUE' ? !closed && isOpenAndLate(clock, now) : closed && wasLate(clock, closedAt),
      )
      .map(({ stage, clockId }) => ({ paper, when, stage, clockId, to: recipients(regulation, stage, to), issuedBy })),
  );
}

function isOpenAndLate({ dueAt, finishedAt, cancelledAt }: EscalationClock, now: Date): boolean {
  return finishedAt === undefined && cancelledAt === undefined && now > dueAt;
}

function wasLate({ dueAt, finishedAt, cancelledAt }: EscalationClock, closedAt: Date): boolean {
  return (finishedAt ?? cancelledAt ?? closedAt) > dueAt;
}

function recipients(regulation: Regulation, stage: string, to: string): readonly string[] {
  const performers = regulation.stages.find((candidate) => candidate.stage === stage)?.performers ?? [];
  if (to === 'PERFORMERS_OF_STAGE') return performers;
  const departments = new Set(regulation.parties.filter(({ kind }) => kind === 'UNIT').map(({ party }) => party));
  const units = performers.filter((performer) => departments.has(performer));
  return units.length > 0 ? units : performers;
}

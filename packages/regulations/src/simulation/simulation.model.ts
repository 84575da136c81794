import type { Money, Role } from '@redress/kernel';
import type { AdoptionSettings } from '../adoption/adoption.model';
import type { KnownFacts } from '../conditions/facts-of';
import type { Regulation } from '../regulation/regulation.model';
import type { StageKind } from '../regulation/vocabulary.model';
import type { Pause } from '../working-time/due-date.model';

/** A regulation as an organisation adopted it, or might. */
export interface RegulationInForce {
  readonly regulation: Regulation;
  readonly settings: AdoptionSettings;
}

/** What happened in a case, as far as a regulation bears on it. Nobody is named. */
export interface CaseHistory {
  readonly caseId: string;
  readonly receivedAt: Date;
  readonly acceptedAt?: Date | undefined;
  readonly executedAt?: Date | undefined;
  readonly closedAt?: Date | undefined;
  /** Up to when the history is told: what is not finished by then is late if it was due before. */
  readonly until: Date;
  /** When stages were finished, by their name. */
  readonly finished: Readonly<Record<string, Date | undefined>>;
  /** The same by kind, for a regulation whose stages have other names. */
  readonly finishedByKind?: Partial<Record<StageKind, Date>>;
  readonly pauses?: readonly Pause[];
  /** As they are known at last. */
  readonly facts: KnownFacts;
  /** What was known before, the earliest first: a level that may only rise is kept. */
  readonly earlierFacts?: readonly KnownFacts[];
  readonly decisions: readonly DecidedAmount[];
}

/** That somebody decided on an amount. */
export interface DecidedAmount {
  readonly decisionId: string;
  readonly roles: readonly Role[];
  readonly parties: readonly string[];
  readonly amounts: readonly Money[];
  readonly linkedAmounts?: readonly Money[];
}

/** A clock under one of the two regulations. */
export interface SimulatedClock {
  readonly dueAt: Date;
  /** Whether the stage was finished in time; while it is open, whether it is still in time at `until`. */
  readonly inTime: boolean;
}

/** One thing that would have been different. `before` or `after` is absent where the version knows no such thing. */
export type Difference =
  | {
      readonly kind: 'CLOCK';
      readonly stage: string;
      readonly before?: SimulatedClock;
      readonly after?: SimulatedClock;
    }
  | { readonly kind: 'LEVEL'; readonly before?: string; readonly after?: string }
  | { readonly kind: 'AUTHORITY'; readonly decisionId: string; readonly before: boolean; readonly after: boolean };

/** What would have been different in a case. */
export interface CaseDifferences {
  readonly caseId: string;
  readonly differences: readonly Difference[];
}

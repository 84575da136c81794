import type { Regulation } from '@redress/regulations';
import type { MovedSystem } from '../support/moved-system';
import type { Cast } from './cast';
import type { Expectations, Matter } from './expectations';
import type { Play } from './play';

/** What a step works with: a running system, an organisation under the regulation, and what its text asks for. */
export interface Stage {
  readonly system: MovedSystem;
  readonly regulation: Regulation;
  readonly expected: Expectations;
  readonly cast: Cast;
  /** Registers a complaint of the usual kind, changed as told, and waits for its case. */
  begin(matter?: Matter, receivedAt?: string | Date): Promise<Play>;
}

/** Something that the scenario of every regulation shows whose text speaks of it. */
export interface Step {
  /** One of the agreed titles, by which the page of rules names it. */
  readonly title: string;
  applies(regulation: Regulation, expected: Expectations): boolean;
  take(stage: Stage): Promise<void>;
}

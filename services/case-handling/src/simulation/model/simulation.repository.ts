import type { TenantTransaction } from '@redress/persistence';
import type { AdoptionSettings, CaseDifferences, CaseHistory, Regulation } from '@redress/regulations';
import type { DifferenceCounts, PageStart } from './simulation.model';

/** A simulation that is under way. */
export interface RunningSimulation {
  readonly id: string;
  readonly document: string;
  readonly settings: string;
  readonly window: { readonly from: Date; readonly to: Date };
  readonly requestedAt: Date;
  readonly after: PageStart | undefined;
  readonly counts: DifferenceCounts;
}

/** A case as it is replayed. */
export interface ReplayedCase extends PageStart {
  readonly adoptionId?: string;
  /** How many facts it has. */
  readonly events: number;
  readonly history: CaseHistory;
}

/** What a page found. */
export interface ReplayedPage {
  readonly cases: readonly ReplayedCase[];
  readonly found: readonly CaseDifferences[];
  readonly counts: DifferenceCounts;
  readonly isLast: boolean;
  readonly at: Date;
}

/** What somebody asked to be simulated. */
export interface NewSimulation {
  readonly id: string;
  readonly regulation: Regulation;
  readonly settings: AdoptionSettings;
  readonly window: { readonly from: Date; readonly to: Date };
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** Where simulations are kept. */
export interface SimulationRepository {
  add(tx: TenantTransaction, simulation: NewSimulation): Promise<void>;
  /** Stops it; answers why not, when it does not. */
  cancel(tx: TenantTransaction, id: string, at: Date): Promise<'CANCELLED' | 'ENDED' | 'UNKNOWN'>;
  /** The simulation, locked; undefined once it is done or cancelled. */
  lock(tx: TenantTransaction, id: string): Promise<RunningSimulation | undefined>;
  /** The next cases of the window with their histories, in the order of their receipt; few statements. */
  nextCases(tx: TenantTransaction, simulation: RunningSimulation, first: number): Promise<readonly ReplayedCase[]>;
  /** Stores the differences of a page and how far the simulation has come. */
  store(tx: TenantTransaction, simulation: RunningSimulation, page: ReplayedPage): Promise<void>;
}

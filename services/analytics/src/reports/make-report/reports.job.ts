import type { Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { LeasedReport } from '../model/report.repository';
import type { MakingEnd } from './make-report.handler';

export interface ReportsRound {
  /** Writes down the reports of periods that ended. */
  readonly expect: () => Promise<number>;
  readonly lease: () => Promise<LeasedReport | undefined>;
  readonly make: (leased: LeasedReport) => Promise<MakingEnd>;
  readonly putOff: (leased: LeasedReport, until: Date) => Promise<void>;
  readonly ended: (end: MakingEnd | 'failed') => void;
  readonly clock: Clock;
  readonly logger: Logger;
}

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;

/** One round of the work on reports: what ended is expected, what is expected is made, one after the other. */
export async function workOnReports(round: ReportsRound): Promise<void> {
  await round.expect().catch((error: unknown) => round.logger.error({ error }, 'reports could not be expected'));
  for (let leased = await round.lease(); leased !== undefined; leased = await round.lease()) {
    round.ended(await attempt(leased, round));
  }
}

/** A report that cannot be made is tried again later, and does not keep the others from being made. */
async function attempt(
  leased: LeasedReport,
  { make, putOff, clock, logger }: ReportsRound,
): Promise<MakingEnd | 'failed'> {
  try {
    return await make(leased);
  } catch (error) {
    const { reportId, attempts } = leased;
    logger.error({ reportId, attempts, error }, 'a report could not be made');
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_PAUSE_MS);
    await putOff(leased, new Date(clock.now().getTime() + pauseMs));
    return 'failed';
  }
}

import { newId, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { ReportAdoptions } from '../model/report-adoption.repository';
import type { ReportRepository } from '../model/report.repository';
import { expectReports } from './expect-reports.decide';

export interface ExpectingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly adoptions: ReportAdoptions;
  readonly reports: ReportRepository;
}

const ADOPTIONS_AT_A_TIME = 100;
/** Until the next look at what only another version of this program can read. */
const UNREADABLE_FOR_MS = 3_600_000;
/** Until the next look at what went wrong, so that others come before it meanwhile. */
const FAILED_FOR_MS = 300_000;

/**
 * Writes down the reports of all periods that have ended; answers how many. Several processes may do so at once. Throws
 * what went wrong with one organisation only after all others had their turn.
 */
export async function expectDueReports(dependencies: ExpectingDependencies): Promise<number> {
  const { database, clock, adoptions } = dependencies;
  const now = clock.now();
  const failures: unknown[] = [];
  let written = 0;
  for (const { tenantId, id } of await adoptions.due(now, ADOPTIONS_AT_A_TIME)) {
    try {
      written += await expectFor(tenantId, id, now, dependencies);
    } catch (error) {
      failures.push(error);
      const again = new Date(now.getTime() + FAILED_FOR_MS);
      await database
        .transaction(tenantId, (tx) => adoptions.putOff(tx, id, again))
        .catch((lost: unknown) => failures.push(lost));
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'reports could not be expected');
  return written;
}

function expectFor(
  tenantId: string,
  adoptionId: string,
  now: Date,
  { database, adoptions, reports }: ExpectingDependencies,
): Promise<number> {
  return database.transaction(tenantId, async (tx) => {
    const adoption = await adoptions.lock(tx, adoptionId);
    if (adoption === undefined) {
      await adoptions.putOff(tx, adoptionId, new Date(now.getTime() + UNREADABLE_FOR_MS));
      return 0;
    }
    if (adoption.expectedUntil.getTime() >= now.getTime()) return 0;
    const expectation = expectReports(adoption, await adoptions.all(tx), now);
    await reports.expect(
      tx,
      expectation.reports.map((report) => ({ ...report, id: newId() })),
    );
    await adoptions.advance(tx, adoptionId, expectation.expectedUntil, expectation.nextAt);
    return expectation.reports.length;
  });
}

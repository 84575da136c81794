import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import { MATTER } from '../model/return-exception.model';
import type { ReturnExceptionRepository } from '../model/return-exception.repository';
import { openOf } from '../model/return-line.model';
import type { ReturnRepository } from '../model/return.repository';

export interface OverduePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly returns: ReturnRepository;
  readonly exceptions: ReturnExceptionRepository;
}

const AT_ONCE = 100;

/** Asks after what should have come and did not: one matter for each line, with the owner of the return. */
export async function raiseOverdue(
  tenantId: string,
  { database, clock, returns, exceptions }: OverduePorts,
): Promise<number> {
  const now = clock.now();
  const ids = await returns.overdueIds(database.reader(tenantId), now, AT_ONCE);
  for (const id of ids) {
    await database.transaction(tenantId, async (tx) => {
      const authorisation = await returns.lock(tx, id);
      // Another look may have come first, and somebody have set a later day since.
      if (authorisation !== undefined && authorisation.dueAt.getTime() > now.getTime()) return;
      await returns.askAfter(tx, id, undefined);
      if (authorisation?.state !== 'AUTHORISED') return;
      const { owner, lines } = authorisation;
      const missing = lines.filter((line) => openOf(line) > 0n);
      await exceptions.raise(
        tx,
        missing.map((line) => ({
          ...{ kind: 'SHORT_AND_OVERDUE', matter: MATTER.overdue(line.id), authorisationId: id, owner },
          ...{ returnLineId: line.id, quantity: openOf(line), raisedAt: now },
        })),
      );
    });
  }
  return ids.length;
}

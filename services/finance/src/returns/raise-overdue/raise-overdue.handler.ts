import type { Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { MATTER } from '../model/return-exception.model';
import type { ReturnExceptionRepository } from '../model/return-exception.repository';
import { openOf } from '../model/return-line.model';
import type { OverdueReturn, ReturnRepository } from '../model/return.repository';

export interface OverduePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  readonly returns: ReturnRepository;
  readonly exceptions: ReturnExceptionRepository;
}

const AT_ONCE = 100;

/**
 * Asks after what should have come and did not: one matter for each line, with the owner of the return. Answers behind
 * which of them the next look begins, if there is more to look at. One that cannot be asked after stays overdue, for
 * the next round, and keeps none of the others waiting.
 */
export async function raiseOverdue(
  tenantId: string,
  ports: OverduePorts,
  after?: OverdueReturn,
): Promise<OverdueReturn | undefined> {
  const { database, clock, logger, returns } = ports;
  const now = clock.now();
  const overdue = await returns.overdue(database.reader(tenantId), now, AT_ONCE, after);
  for (const { id } of overdue) {
    await askAfter(tenantId, id, now, ports).catch((error: unknown) => {
      logger.warn({ error, tenantId, returnId: id }, 'an overdue return could not be asked after');
    });
  }
  return overdue.length < AT_ONCE ? undefined : overdue.at(-1);
}

async function askAfter(
  tenantId: string,
  id: string,
  now: Date,
  { database, returns, exceptions }: OverduePorts,
): Promise<void> {
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

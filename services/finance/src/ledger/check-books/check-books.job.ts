import type { Clock } from '@redress/kernel';
import { Gauge, type Logger, type Metrics } from '@redress/observability';
import type { Database } from '@redress/persistence';
import { discrepanciesSince } from './check-books.query';

export interface BookCheckOptions {
  readonly database: Pick<Database, 'system' | 'reader'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Long enough that no outage of the check leaves a gap, short enough that a look costs little. */
const LOOKED_BACK_MS = 2 * 24 * 60 * 60 * 1000;

/** Makes the check of all organisations' books. It finds nothing as long as no rule of the code was broken. */
export function createBookCheck({ database, clock, logger, metrics }: BookCheckOptions): () => Promise<void> {
  const gauge = new Gauge({
    name: 'finance_books_discrepancies',
    help: 'Entries, ceilings and payments that do not agree; anything above 0 needs a person.',
    registers: [metrics],
  });
  const unknown = new Gauge({
    name: 'finance_payments_unknown',
    help: 'Payments of which nobody knows yet whether the provider paid.',
    registers: [metrics],
  });
  const unchecked = new Gauge({
    name: 'finance_books_unchecked',
    help: 'Organisations whose books the last round could not look through; the other figures leave them out.',
    registers: [metrics],
  });
  return async () => {
    const [waiting] = await database.system.query<{ count: string }>(
      "SELECT COUNT(*) AS count FROM payment WHERE next_step_at IS NOT NULL AND state = 'UNKNOWN'",
    );
    unknown.set(Number(waiting?.count ?? 0));
    const since = new Date(clock.now().getTime() - LOOKED_BACK_MS);
    const tenants = await database.system.query<{ tenant_id: string }>('SELECT DISTINCT tenant_id FROM settlement');
    let [count, failed] = [0, 0];
    for (const { tenant_id: tenantId } of tenants) {
      try {
        const found = await discrepanciesSince(database.reader(tenantId), since);
        count += found.length;
        if (found.length > 0) logger.error({ tenantId, found }, 'the books do not agree');
      } catch (error) {
        // The others' books are looked at all the same; the figure says that somebody's were not.
        failed += 1;
        logger.error({ tenantId, error }, 'the books of an organisation could not be looked through');
      }
    }
    gauge.set(count);
    unchecked.set(failed);
  };
}

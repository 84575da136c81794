import type { ContentStore } from '@redress/files';
import type { Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database } from '@redress/persistence';
import type { ErasedTexts } from '../model/erased-texts.repository';
import type { Erasures, UnfinishedErasure } from '../model/erasures.repository';

/** What finishing erasures needs around it. */
export interface FinishErasuresPorts {
  readonly database: Database;
  readonly erasures: Erasures;
  readonly texts: ErasedTexts;
  readonly store: ContentStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

const AT_ONCE = 20;
const AGAIN_AFTER_MS = 600_000;

/** Does what is left of erasures; one that fails is tried again later and holds up none of the others. */
export async function finishErasures(ports: FinishErasuresPorts): Promise<void> {
  const { database, erasures, clock, logger } = ports;
  for (const erasure of await erasures.due(clock.now(), AT_ONCE)) {
    const { tenantId, id } = erasure;
    await finish(erasure, ports).catch(async (error: unknown) => {
      logger.warn({ error, tenantId, erasure: id }, 'an erasure could not be finished');
      const until = new Date(clock.now().getTime() + AGAIN_AFTER_MS);
      await database.transaction(tenantId, (tx) => erasures.postpone(tx, erasure, until));
    });
  }
}

/** What was written meanwhile by whoever had begun before the person was erased goes first, then the content of files. */
async function finish(
  erasure: UnfinishedErasure,
  { database, erasures, texts, store, clock }: FinishErasuresPorts,
): Promise<void> {
  const { tenantId, customerId } = erasure;
  await database.transaction(tenantId, async (tx) => {
    const complaints = await erasures.labelsOf(tx, customerId);
    await texts.erase(tx, complaints);
    await texts.eraseFiles(
      tx,
      complaints.map(({ id }) => id),
    );
  });
  for (const sha256 of await erasures.contentsOf(database.reader(tenantId), customerId)) {
    await store.remove(tenantId, sha256);
  }
  await database.transaction(tenantId, (tx) => erasures.finish(tx, erasure, clock.now()));
}

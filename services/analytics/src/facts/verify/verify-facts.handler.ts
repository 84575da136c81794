import { accept, refuse, type Outcome } from '@redress/kernel';
import { foldJournal, type FoldingParts } from '../rebuild/fold-journal.handler';
import type { Difference } from '../model/difference.model';
import type { FactListener } from '../model/fact-listener.client';
import type { CompareGenerations } from '../model/generations.repository';
import { JournalIncomplete } from '../model/journal.errors';

/** Whether the live facts are what the journal says. */
export interface Verified {
  readonly generation: number;
  readonly position: bigint;
  /** The first of them; none where live equals rebuilt. */
  readonly differences: readonly Difference[];
}

export type VerifyRefusal = 'ANALYTICS_JOURNAL_INCOMPLETE' | 'ANALYTICS_REBUILT_MEANWHILE';

const DIFFERENCES_TOLD = 20;

/**
 * Folds the journal into a generation of its own, compares it row by row and version by version with the live one as it
 * was at the same position, and lets it be removed. Then what is kept beside the live facts is compared with them. Events
 * may go on coming in.
 */
export async function verifyFacts(
  parts: FoldingParts & { readonly compare: CompareGenerations; readonly listeners: readonly FactListener[] },
  tenantId: string,
): Promise<Outcome<Verified, VerifyRefusal>> {
  const { database, generations, journal, listeners } = parts;
  const reader = database.reader(tenantId);
  const live = await generations.live(reader);
  const position = await journal.reached(reader);
  const begun = await database.transaction(tenantId, (tx) => generations.begin(tx, 'VERIFY'));
  try {
    const folding = await foldJournal(parts, tenantId, begun, position);
    const comparison = { live, rebuilt: begun.generation, position };
    const differences = await parts.compare(reader, comparison, DIFFERENCES_TOLD);
    // Either generation may be on its way out by then.
    const there =
      folding.state === 'REACHED' &&
      (await database.transaction(tenantId, (tx) => generations.advance(tx, folding.build, position)));
    if (!there || (await generations.live(reader)) !== live) return refuse({ code: 'ANALYTICS_REBUILT_MEANWHILE' });
    const beside: Difference[] = [];
    for (const listener of listeners)
      beside.push(...((await listener.differences?.(database, tenantId, DIFFERENCES_TOLD)) ?? []));
    return accept({ generation: live, position, differences: [...differences, ...beside] });
  } catch (error) {
    if (!(error instanceof JournalIncomplete)) throw error;
    return refuse({ code: 'ANALYTICS_JOURNAL_INCOMPLETE', facts: { position: error.position.toString() } });
  } finally {
    await database.transaction(tenantId, (tx) => generations.giveUp(tx, begun.generation));
  }
}

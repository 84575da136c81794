import type { TenantTransaction } from '@redress/persistence';
import type { JournalPositions } from '../model/journal-position.repository';

const FIRST = 1;
const HELD = 'SELECT c.position FROM journal_position c WHERE c.tenant_id = :tenantId';
const BEGIN = `
  INSERT INTO journal_position (tenant_id, position) VALUES (:tenantId, ${String(FIRST)})
  ON DUPLICATE KEY UPDATE position = position`;
const MOVE_ON = `
  INSERT INTO journal_position (tenant_id, position) VALUES (:tenantId, ${String(FIRST + 1)})
  ON DUPLICATE KEY UPDATE position = position + 1`;

/** Positions of the journal in MySQL. */
export const journalPositionsInMysql: JournalPositions = {
  async leave(tx) {
    await tx.execute(MOVE_ON);
    const [moved] = await tx.query<{ position: number }>(HELD);
    return (moved?.position ?? FIRST + 1) - 1;
  },
};

/** The position at which an organisation books now, held until the commit; it has one from its first booking on. */
export async function heldPosition(tx: TenantTransaction): Promise<number> {
  const hold = () => tx.query<{ position: number }>(`${HELD} LOCK IN SHARE MODE`);
  const [known] = await hold();
  if (known !== undefined) return known.position;
  await tx.execute(BEGIN);
  const [begun] = await hold();
  return begun?.position ?? FIRST;
}

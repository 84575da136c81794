import type { EventEnvelope } from '@redress/contracts';
import type { TenantReader } from '@redress/persistence';
import type { PositionedEvent } from '../take-in/journal.projection';

interface JournalRow {
  readonly position: string;
  readonly type: string;
  readonly envelope: string | null;
}

/** The journal lacks an event, or only knows that it was: facts cannot be made from it. */
export class JournalIncomplete extends Error {
  constructor(readonly position: bigint) {
    super(`the journal has no envelope at position ${position}`);
    this.name = 'JournalIncomplete';
  }
}

const PAGE = `SELECT c.position, c.type, c.envelope FROM change_log c
  WHERE c.tenant_id = :tenantId AND c.position > :after AND c.position <= :until ORDER BY c.position LIMIT :limit`;

/** What was taken in after a position, in order; throws {@link JournalIncomplete} rather than leave an event out. */
export async function readJournal(
  reader: TenantReader,
  after: bigint,
  until: bigint,
  limit: number,
): Promise<readonly PositionedEvent[]> {
  const rows = await reader.query<JournalRow>(PAGE, { after, until, limit });
  if (rows.length === 0 && after < until) throw new JournalIncomplete(after + 1n);
  return rows.map(({ position, type, envelope }, index) => {
    const expected = after + BigInt(index) + 1n;
    if (envelope === null || BigInt(position) !== expected) throw new JournalIncomplete(expected);
    return { name: type, event: JSON.parse(envelope) as EventEnvelope, position: expected };
  });
}

/** The position up to which a tenant's events were taken in. */
export async function reachedPosition(reader: TenantReader): Promise<bigint> {
  const [row] = await reader.query<{ position: string }>(
    'SELECT p.last_position AS position FROM change_position p WHERE p.tenant_id = :tenantId',
  );
  return BigInt(row?.position ?? 0);
}

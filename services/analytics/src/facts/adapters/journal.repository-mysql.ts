import type { EventEnvelope } from '@redress/contracts';
import { JournalIncomplete } from '../model/journal.errors';
import type { Journal } from '../model/journal.repository';

interface JournalRow {
  readonly position: string;
  readonly type: string;
  readonly envelope: string | null;
}

const PAGE = `SELECT c.position, c.type, c.envelope FROM change_log c
  WHERE c.tenant_id = :tenantId AND c.position > :after AND c.position <= :until ORDER BY c.position LIMIT :limit`;

export const journalInMysql: Journal = {
  async read(reader, after, until, limit) {
    const rows = await reader.query<JournalRow>(PAGE, { after, until, limit });
    if (rows.length === 0 && after < until) throw new JournalIncomplete(after + 1n);
    return rows.map(({ position, type, envelope }, index) => {
      const expected = after + BigInt(index) + 1n;
      if (envelope === null || BigInt(position) !== expected) throw new JournalIncomplete(expected);
      return { name: type, event: JSON.parse(envelope) as EventEnvelope, position: expected };
    });
  },

  async reached(reader) {
    const [row] = await reader.query<{ position: string }>(
      'SELECT p.last_position AS position FROM change_position p WHERE p.tenant_id = :tenantId',
    );
    return BigInt(row?.position ?? 0);
  },
};

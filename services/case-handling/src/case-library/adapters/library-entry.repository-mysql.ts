import type { TenantTransaction } from '@redress/persistence';
import type { LibraryEntries } from '../model/library-entry.repository';
import { readLibraryEntries } from '../view-library/library-rows.query';

const FOUND_OUT = `
  SELECT i.findings AS text FROM investigation i
  WHERE i.tenant_id = :tenantId AND i.case_id = :caseId ORDER BY i.recorded_at, i.id`;
const DECIDED = `
  SELECT r.text AS text FROM resolution r
  WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.state <> 'REJECTED' ORDER BY r.position`;
const STAFF = 'SELECT s.name AS text FROM staff_member s WHERE s.tenant_id = :tenantId';
const LONGEST = 16_000;

interface TextRow {
  readonly text: string;
}

/** Entries of the case library in MySQL. */
export function mysqlLibraryEntries(): LibraryEntries {
  return {
    async find(tx, id) {
      return (await readLibraryEntries(tx, [id]))[0];
    },

    async change(tx, { id, version }, columns) {
      // The columns are names of this code, never of a request.
      const set = Object.keys(columns).map((column) => `l.${column} = :${column}`);
      const { affectedRows } = await tx.execute(
        `UPDATE library_entry l SET ${set.join(', ')}, l.version = l.version + 1
         WHERE l.tenant_id = :tenantId AND l.id = :id AND l.version = :version`,
        { ...columns, id, version },
      );
      return affectedRows === 1;
    },

    async sourcesOf(tx, caseId) {
      const staff = (await tx.query<TextRow>(STAFF, {})).map(({ text }) => text);
      return { facts: await textOf(tx, FOUND_OUT, caseId), handling: await textOf(tx, DECIDED, caseId), staff };
    },
  };
}

async function textOf(tx: TenantTransaction, sql: string, caseId: string): Promise<string> {
  const rows = await tx.query<TextRow>(sql, { caseId });
  return rows
    .map(({ text }) => text)
    .join('\n')
    .slice(0, LONGEST);
}

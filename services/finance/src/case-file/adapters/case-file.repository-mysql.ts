import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { CaseFileChange, CaseFiles } from '../model/case-file.repository';
import { harmsOf } from '../model/harm.model';
import { CASE_FILE_COLUMNS, columnsOfChange, restoredFile, type CaseFileRow } from './case-file.row';

const BY_CASES = `SELECT ${CASE_FILE_COLUMNS} FROM case_file f WHERE f.tenant_id = :tenantId AND f.case_id IN (:caseIds)`;
const LINKED = `
  SELECT l.case_id AS caseId FROM case_file c JOIN case_file l ON l.tenant_id = c.tenant_id AND l.harm_id = c.harm_id
  WHERE c.tenant_id = :tenantId AND l.tenant_id = :tenantId AND c.case_id = :caseId ORDER BY l.case_id`;
const HARM = 'SELECT f.harm_id AS harmId FROM case_file f WHERE f.tenant_id = :tenantId AND f.case_id = :caseId';
const CASES_OF_HARMS = `
  SELECT f.case_id AS caseId, f.harm_id AS harmId FROM case_file f
  WHERE f.tenant_id = :tenantId AND f.harm_id IN (:harmIds) ORDER BY f.case_id`;
const LOCK_HARM = `
  SELECT f.case_id AS caseId FROM case_file f WHERE f.tenant_id = :tenantId AND f.harm_id = :harm
  ORDER BY f.case_id FOR UPDATE`;
const OF_HARMS = `
  SELECT f.case_id AS caseId, f.merged_into AS mergedInto, f.harm_id AS harmId FROM case_file f
  WHERE f.tenant_id = :tenantId AND f.harm_id IN (:harms) ORDER BY f.case_id FOR UPDATE`;

interface LinkedRow {
  readonly caseId: string;
  readonly mergedInto: string | null;
  readonly harmId: string;
}

export const caseFilesInMysql: CaseFiles = {
  async caseFilesBy(reader, caseIds) {
    if (caseIds.length === 0) return [];
    const rows = await reader.query<CaseFileRow>(BY_CASES, { caseIds: [...new Set(caseIds)] });
    return rows.map(restoredFile);
  },

  linkedCaseIds: linked,

  async casesOfHarms(reader, harmIds) {
    const cases = new Map(harmIds.map((harmId): [string, string[]] => [harmId, []]));
    if (cases.size === 0) return cases;
    const rows = await reader.query<{ caseId: string; harmId: string }>(CASES_OF_HARMS, { harmIds: [...cases.keys()] });
    for (const { caseId, harmId } of rows) cases.get(harmId)?.push(caseId);
    return cases;
  },

  async lockLinked(tx, caseId) {
    for (;;) {
      const harm = await harmOf(tx, caseId);
      if (harm === undefined) return undefined;
      const rows = await tx.query<{ caseId: string }>(LOCK_HARM, { harm });
      const caseIds = rows.map((row) => row.caseId);
      // Between the two statements the case may have been merged into another, or parted from it.
      if (caseIds.includes(caseId)) return caseIds;
    }
  },

  note: (tx, caseId, change) => write(tx, caseId, change),

  async link(tx, caseId, mergedInto) {
    await write(tx, caseId, { mergedInto: mergedInto ?? null });
    if (mergedInto !== undefined) await write(tx, mergedInto, {});
    const touched = mergedInto === undefined ? [caseId] : [caseId, mergedInto];
    const harms = (await caseFilesInMysql.caseFilesBy(tx, touched)).map(({ harmId }) => harmId);
    const rows = await tx.query<LinkedRow>(OF_HARMS, { harms });
    const ends = harmsOf(
      rows.map(({ caseId: id, mergedInto: into }) => ({ caseId: id, ...(into === null ? {} : { mergedInto: into }) })),
    );
    for (const row of rows) await moved(tx, row, ends.get(row.caseId) ?? row.caseId);
  },
};

async function linked(reader: TenantReader, caseId: string): Promise<readonly string[]> {
  const rows = await reader.query<{ caseId: string }>(LINKED, { caseId });
  return rows.length === 0 ? [caseId] : rows.map((row) => row.caseId);
}

async function harmOf(reader: TenantReader, caseId: string): Promise<string | undefined> {
  const [row] = await reader.query<{ harmId: string }>(HARM, { caseId });
  return row?.harmId;
}

async function moved(tx: TenantTransaction, { caseId, harmId: before }: LinkedRow, harmId: string): Promise<void> {
  if (harmId === before) return;
  await tx.execute('UPDATE case_file f SET f.harm_id = :harmId WHERE f.tenant_id = :tenantId AND f.case_id = :caseId', {
    caseId,
    harmId,
  });
}

/** A file may begin with any event: what was told earlier is then not known, and nothing more. */
async function write(tx: TenantTransaction, caseId: string, change: CaseFileChange): Promise<void> {
  const columns = columnsOfChange(change);
  const names = Object.keys(columns);
  const into = ['tenant_id', 'case_id', 'harm_id', ...names].join(', ');
  const values = [':tenantId', ':caseId', ':caseId', ...names.map((name) => `:${name}`)].join(', ');
  const kept = names.length === 0 ? ['case_id'] : names;
  await tx.execute(
    `INSERT INTO case_file (${into}) VALUES (${values})
     ON DUPLICATE KEY UPDATE ${kept.map((name) => `${name} = VALUES(${name})`).join(', ')}`,
    { caseId, ...columns },
  );
}

import { newId } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';
import { fingerprintOf, statementKeyOf } from '../model/line-fingerprint';
import type { ImportState, StatementImport } from '../model/statement-import.model';
import type { LeasedImport, PlacedLine, StatementImportRepository } from '../model/statement-import.repository';
import type { Compression, StatementBalance, StatementFormat } from '../model/statement.model';
import { leaseDue } from './due-work';

interface ImportRow {
  readonly id: string;
  readonly accountId: string;
  readonly format: StatementFormat;
  readonly compression: Compression;
  readonly fileName: string | null;
  readonly statementName: string | null;
  readonly part: string | null;
  readonly balances: string | null;
  readonly state: ImportState;
  readonly sha256: Buffer | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

const SELECT = `SELECT i.id, i.account_id AS accountId, i.format, i.compression, i.file_name AS fileName,
  i.statement_name AS statementName, i.part, i.balances, i.state, i.sha256, i.created_by AS createdBy,
  i.created_at AS createdAt
  FROM statement_import i WHERE i.tenant_id = :tenantId AND i.id = :id`;
const RENEW = 'DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)';

/** Imports in MySQL. */
export function statementImportsInMysql(database: Database): StatementImportRepository {
  return {
    async add(tx, { id, accountId, format, compression, state, createdBy, createdAt, ...optional }) {
      await tx.insertMany('statement_import', [
        {
          ...{ id, format, compression, state },
          account_id: accountId,
          created_by: createdBy,
          created_at: createdAt,
          file_name: optional.fileName ?? null,
          statement_name: optional.statement?.name ?? null,
          part: optional.statement?.part ?? null,
          balances: JSON.stringify(optional.balances, (_, value: unknown) =>
            typeof value === 'bigint' ? value.toString() : value,
          ),
        },
      ]);
    },
    find: (reader, id) => read(reader, SELECT, id),
    lock: (tx, id) => read(tx, `${SELECT} FOR UPDATE`, id),

    async addPart(tx, importId, sequence, content) {
      const [known] = await tx.query<{ content: Buffer }>(
        `SELECT p.content FROM statement_import_part p
         WHERE p.tenant_id = :tenantId AND p.import_id = :importId AND p.sequence = :sequence`,
        { importId, sequence },
      );
      if (known !== undefined) return known.content.equals(content);
      await tx.insertMany('statement_import_part', [{ import_id: importId, sequence, content }]);
      return true;
    },

    async partsOf(tx, importId) {
      const [row] = await tx.query<{ count: string; last: number | null }>(
        `SELECT COUNT(*) AS count, MAX(p.sequence) AS last FROM statement_import_part p
         WHERE p.tenant_id = :tenantId AND p.import_id = :importId`,
        { importId },
      );
      return { count: Number(row?.count ?? 0), last: row?.last ?? 0 };
    },

    async queue(tx, importId, sha256) {
      await tx.execute(
        `UPDATE statement_import i SET i.state = 'QUEUED', i.sha256 = :sha256, i.due_at = NOW(3)
         WHERE i.tenant_id = :tenantId AND i.id = :importId`,
        { importId, sha256: sha256 === undefined ? null : Buffer.from(sha256, 'hex') },
      );
    },

    ...leasing(database),
    ...staging(database),

    async finish(tx, importId, { problems, linesNew, linesKnown, linesSkipped, sha256 }, at) {
      await tx.execute(
        `UPDATE statement_import i SET i.state = :state, i.sha256 = :sha256, i.lines_new = :linesNew,
           i.lines_known = :linesKnown, i.lines_skipped = :linesSkipped, i.problems = :problems, i.finished_at = :at,
           i.due_at = NULL, i.lease_holder = NULL
         WHERE i.tenant_id = :tenantId AND i.id = :importId`,
        {
          ...{ importId, linesNew, linesKnown, linesSkipped, at },
          state: problems.length === 0 ? 'IMPORTED' : 'REFUSED',
          sha256: Buffer.from(sha256, 'hex'),
          problems: JSON.stringify(problems),
        },
      );
    },
  };
}

function leasing(database: Database): Pick<StatementImportRepository, 'lease' | 'leaseOne' | 'stillHeld'> {
  return {
    async lease(leaseMs) {
      const taken = await leaseDue(database.system, 'statement_import', leaseMs);
      return taken === undefined ? undefined : { tenantId: taken.tenantId, importId: taken.id, lease: taken.lease };
    },
    async leaseOne(tenantId, importId, leaseMs) {
      const lease = newId();
      const taken = await database.transaction(tenantId, (tx) =>
        tx.execute(
          `UPDATE statement_import i SET i.lease_holder = :lease, i.due_at = ${RENEW}
           WHERE i.tenant_id = :tenantId AND i.id = :importId AND i.state = 'QUEUED' AND i.due_at <= NOW(3)`,
          { importId, lease, microseconds: leaseMs * 1000 },
        ),
      );
      return taken.affectedRows === 1 ? { tenantId, importId, lease } : undefined;
    },
    async stillHeld(tx, { importId, lease }) {
      const [row] = await tx.query<{ holder: string | null }>(
        `SELECT i.lease_holder AS holder FROM statement_import i
         WHERE i.tenant_id = :tenantId AND i.id = :importId FOR UPDATE`,
        { importId },
      );
      return row?.holder === lease;
    },
  };
}

function staging(database: Database): Pick<StatementImportRepository, 'content' | 'clear' | 'stage'> {
  return {
    content: (leased) => contentOf(database, leased),
    async clear({ tenantId, importId }, what) {
      const tables = what === 'lines' ? ['statement_line_staged'] : ['statement_line_staged', 'statement_import_part'];
      for (const table of tables) {
        for (let removed = PURGED_AT_ONCE; removed === PURGED_AT_ONCE;) {
          const sql = `DELETE FROM ${table} WHERE tenant_id = :tenantId AND import_id = :importId LIMIT ${PURGED_AT_ONCE}`;
          const done = await database.transaction(tenantId, (tx) => tx.execute(sql, { importId }));
          removed = done.affectedRows;
        }
      }
    },
    stage: (leased, lines, leaseMs) =>
      database.transaction(leased.tenantId, async (tx) => {
        const { affectedRows } = await tx.execute(
          `UPDATE statement_import i SET i.due_at = ${RENEW}
           WHERE i.tenant_id = :tenantId AND i.id = :importId AND i.lease_holder = :lease`,
          { importId: leased.importId, lease: leased.lease, microseconds: leaseMs * 1000 },
        );
        if (affectedRows === 0) return false;
        tx.insertAtCommit(
          'statement_line_staged',
          lines.map((line) => stagedRow(leased.importId, line)),
        );
        return true;
      }),
  };
}

const PURGED_AT_ONCE = 10_000;
const PARTS_AT_ONCE = 16;

async function* contentOf(database: Database, { tenantId, importId }: LeasedImport): AsyncGenerator<Buffer> {
  let after = 0;
  for (;;) {
    const parts = await database.reader(tenantId).query<{ sequence: number; content: Buffer }>(
      `SELECT p.sequence, p.content FROM statement_import_part p
       WHERE p.tenant_id = :tenantId AND p.import_id = :importId AND p.sequence > :after
       ORDER BY p.sequence LIMIT ${PARTS_AT_ONCE}`,
      { importId, after },
    );
    for (const { sequence, content } of parts) {
      after = sequence;
      yield content;
    }
    if (parts.length < PARTS_AT_ONCE) return;
  }
}

function stagedRow(importId: string, { position, line }: PlacedLine) {
  return {
    id: newId(),
    import_id: importId,
    position,
    statement_key: statementKeyOf(line.statement),
    fingerprint: fingerprintOf(line),
    booked_on: line.bookedOn,
    value_on: line.valueOn,
    amount_minor: line.amountMinor,
    currency: line.currency,
    bank_reference: line.bankReference ?? null,
    line_references: JSON.stringify(line.references),
    text: line.text,
    told_apart: line.toldApart,
  };
}

async function read(reader: TenantReader, sql: string, id: string): Promise<StatementImport | undefined> {
  const [row] = await reader.query<ImportRow>(sql, { id });
  if (row === undefined) return undefined;
  const { fileName, statementName, part, balances, sha256, ...rest } = row;
  return {
    ...rest,
    ...(fileName === null ? {} : { fileName }),
    ...(statementName === null ? {} : { statement: { name: statementName, part: part ?? '' } }),
    balances: balancesOf(balances),
    ...(sha256 === null ? {} : { sha256: sha256.toString('hex') }),
  };
}

function balancesOf(text: string | null): StatementBalance[] {
  const kept = JSON.parse(text ?? '[]') as (Omit<StatementBalance, 'amountMinor'> & { amountMinor: string })[];
  return kept.map((balance) => ({ ...balance, amountMinor: BigInt(balance.amountMinor) }));
}

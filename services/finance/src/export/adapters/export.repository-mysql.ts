import { json, type Database, type TenantTransaction } from '@redress/persistence';
import type { ExportProgress } from '../model/export.model';
import type { ExportRepository, LeasedExport } from '../model/export.repository';
import { exportBytes, insertPart } from './export-bytes-mysql';
import { exportLeases } from './export-lease-mysql';
import { EXPORT_COLUMNS, restoredExport, totalsToJson, type ExportRow } from '../view-exports/export.query';

const OWN = `j.tenant_id = :tenantId AND j.id = :exportId AND j.lease_holder = :lease AND j.state IN ('QUEUED', 'RUNNING')`;
const DROP_CHUNKS = 'DELETE c FROM export_chunk c WHERE c.tenant_id = :tenantId AND c.export_id = :id';
const DROP_PARTS = 'DELETE p FROM export_part p WHERE p.tenant_id = :tenantId AND p.export_id = :id';

interface HeldRow extends ExportRow {
  readonly position: string | null;
  readonly fileState: string | null;
}

/** Exports in MySQL, with their bytes. */
export function exportsInMysql(database: Database): ExportRepository {
  return {
    ...exportLeases(database),
    ...exportBytes,
    ...asRequested,
    ...whileHeld(database),
    ...atTheEnd(database),
  };
}

/** What those who ask for exports do, in their transactions. */
const asRequested: Pick<ExportRepository, 'add' | 'unfinished' | 'lock' | 'cancel' | 'find'> = {
  async add(tx, { id, kind, format, locale, request, requestedBy, requestedAt, belowId, toPosition, state }) {
    await tx.insertMany('export_job', [
      {
        ...{ id, kind, format, locale, state, request: json(request), requested_by: requestedBy },
        ...{ requested_at: requestedAt, below_id: belowId, rows_done: 0, parts_done: 0, bytes_done: 0 },
        ...{ totals: json([]), to_position: toPosition ?? null },
      },
    ]);
  },

  async unfinished(reader) {
    const [row] = await reader.query<{ count: string }>(
      `SELECT COUNT(*) AS count FROM export_job j WHERE j.tenant_id = :tenantId AND j.state IN ('QUEUED', 'RUNNING')`,
    );
    return Number(row?.count ?? 0);
  },

  async lock(tx, id) {
    const sql = `SELECT ${EXPORT_COLUMNS} FROM export_job j WHERE j.tenant_id = :tenantId AND j.id = :id FOR UPDATE`;
    return (await tx.query<ExportRow>(sql, { id })).map(restoredExport)[0];
  },

  async cancel(tx, id, at) {
    await tx.execute(
      `UPDATE export_job j SET j.state = 'CANCELLED', j.finished_at = :at, j.lease_holder = NULL, j.lease_until = NULL
       WHERE j.tenant_id = :tenantId AND j.id = :id`,
      { id, at },
    );
    await dropBytes(tx, id);
  },

  async find(reader, ids) {
    const sql = `SELECT ${EXPORT_COLUMNS} FROM export_job j WHERE j.tenant_id = :tenantId AND j.id IN (:ids)`;
    return (await reader.query<ExportRow>(sql, { ids })).map(restoredExport);
  },
};

/** What the holder of a lease does; nothing of it is done once the lease is lost. */
function whileHeld(database: Database): Pick<ExportRepository, 'held' | 'begin' | 'restart' | 'keepPart'> {
  const { system } = database;
  return {
    async held(leased) {
      const [row] = await system.query<HeldRow>(
        `SELECT ${EXPORT_COLUMNS}, j.position, j.file_state AS fileState FROM export_job j WHERE ${OWN}`,
        { ...leased },
      );
      if (row === undefined) return undefined;
      const { position, fileState } = row;
      if (position === null) return { job: restoredExport(row), progress: undefined };
      const place = JSON.parse(position) as Pick<ExportProgress, 'after' | 'written'>;
      const file: unknown = fileState === null ? undefined : JSON.parse(fileState);
      return { job: restoredExport(row), progress: { ...place, file } };
    },

    async begin(leased, rowsEstimated, at) {
      await change(
        system,
        leased,
        `j.state = 'RUNNING', j.rows_estimated = :rowsEstimated, j.started_at = COALESCE(j.started_at, :at)`,
        { rowsEstimated, at },
      );
    },

    restart: (leased) =>
      database.transaction(leased.tenantId, async (tx) => {
        const { exportId, lease } = leased;
        const { affectedRows } = await tx.execute(
          `UPDATE export_job j SET j.parts_done = 0, j.bytes_done = 0, j.rows_done = 0, j.position = NULL WHERE ${OWN}`,
          { exportId, lease },
        );
        if (affectedRows === 1) await dropBytes(tx, exportId);
        return affectedRows === 1;
      }),

    keepPart: (leased, part, leaseMs) =>
      database.transaction(leased.tenantId, async (tx) => {
        const { after, written, file } = part.progress;
        const { affectedRows } = await tx.execute(
          `UPDATE export_job j SET j.rows_done = :rowsDone, j.parts_done = :part, j.bytes_done = j.bytes_done + :bytes,
             j.position = :position, j.file_state = :file, j.totals = :totals, j.attempts = 0,
             j.lease_until = DATE_ADD(NOW(3), INTERVAL :microseconds MICROSECOND)
           WHERE ${OWN} AND j.parts_done = :before`,
          {
            ...{ exportId: leased.exportId, lease: leased.lease, rowsDone: part.rowsDone, part: part.part },
            ...{ before: part.part - 1, bytes: part.bytes, microseconds: leaseMs * 1000 },
            ...{
              position: json({ after, written }),
              file: json(file ?? null),
              totals: json(totalsToJson(part.totals)),
            },
          },
        );
        if (affectedRows !== 1) return false;
        await insertPart(tx, leased.exportId, part);
        return true;
      }),
  };
}

/** How exports end. */
function atTheEnd(database: Database): Pick<ExportRepository, 'complete' | 'fail' | 'expire'> {
  const { system } = database;
  return {
    complete: (leased, sha256, at, expiresAt) =>
      change(
        system,
        leased,
        `j.state = 'COMPLETED', j.sha256 = :sha256, j.finished_at = :at, j.expires_at = :expiresAt,
         j.rows_estimated = j.rows_done, j.lease_holder = NULL, j.lease_until = NULL`,
        { sha256, at, expiresAt },
      ),

    async fail(leased, reason, at) {
      await database.transaction(leased.tenantId, async (tx) => {
        const { exportId, lease } = leased;
        const { affectedRows } = await tx.execute(
          `UPDATE export_job j SET j.state = 'FAILED', j.reason = :reason, j.finished_at = :at, j.lease_holder = NULL,
             j.lease_until = NULL WHERE ${OWN}`,
          { exportId, lease, reason, at },
        );
        if (affectedRows === 1) await dropBytes(tx, exportId);
      });
    },

    async expire(limit, failed) {
      const rows = await system.query<{ tenant_id: string; id: string }>(
        `SELECT tenant_id, id FROM export_job WHERE state = 'COMPLETED' AND expires_at <= NOW(3) LIMIT :limit`,
        { limit },
      );
      for (const { tenant_id: tenantId, id } of rows) {
        const expiring = database.transaction(tenantId, async (tx) => {
          const sql = `UPDATE export_job j SET j.state = 'EXPIRED' WHERE j.tenant_id = :tenantId AND j.id = :id AND j.state = 'COMPLETED'`;
          if ((await tx.execute(sql, { id })).affectedRows === 1) await dropBytes(tx, id);
        });
        await expiring.catch((error: unknown) => failed(id, error));
      }
      return rows.length;
    },
  };
}

async function change(system: Database['system'], leased: LeasedExport, set: string, params: object): Promise<boolean> {
  const sql = `UPDATE export_job j SET ${set} WHERE ${OWN}`;
  return (await system.execute(sql, { ...leased, ...params })).affectedRows === 1;
}

async function dropBytes(tx: TenantTransaction, id: string): Promise<void> {
  await tx.execute(DROP_CHUNKS, { id });
  await tx.execute(DROP_PARTS, { id });
}

import { json, type Database } from '@redress/persistence';
import type { ReportRepository } from '../model/report.repository';
import { reportStates } from '../model/report.transitions';
import { REPORT_COLUMNS, restoredReport, type ReportRow } from '../view-reports/report.query';
import { reportLeases } from './report-lease-mysql';

/** Two workers may expect the same report at once; the first keeps it. */
const EXPECT = `
  INSERT INTO report (tenant_id, id, version, code, regulation_id, regulation_version, definition, period_kind,
    period_from, period_to, time_zone, edition, corrects, correction_reason, state, personal, due_on, overdue_at,
    requested_by, expected_at, make_at, attempts)
  VALUES (:tenantId, :id, 1, :code, :regulationId, :regulationVersion, :definition, :kind, :from, :to, :timeZone,
    :edition, :corrects, :correctionReason, :state, :personal, :dueOn, :overdueAt, :requestedBy, :expectedAt, :makeAt, 0)
  ON DUPLICATE KEY UPDATE id = report.id`;
const SAME_PERIOD = `p.regulation_id = r.regulation_id AND p.code = r.code AND p.period_from = r.period_from
  AND p.period_to = r.period_to`;

/** Reports in MySQL, with what they say. */
export function reportsInMysql(database: Database): ReportRepository {
  return { ...reportLeases(database), ...kept };
}

const kept: Omit<ReportRepository, 'lease' | 'putOff' | 'freeze'> = {
  async expect(tx, reports) {
    for (const { definition, period, ...report } of reports) {
      const { code, regulation, period: kind } = definition;
      await tx.execute(EXPECT, {
        ...{ ...report, ...period, code, kind, definition: json(definition), state: reportStates.initial },
        ...{ regulationId: regulation?.id ?? '', regulationVersion: regulation?.version ?? null },
      });
    }
  },

  async find(reader, ids) {
    const sql = `SELECT ${REPORT_COLUMNS} FROM report r WHERE r.tenant_id = :tenantId AND r.id IN (:ids)`;
    return (await reader.query<ReportRow>(sql, { ids })).map(restoredReport);
  },

  async latest(reader, { definition: { code, regulation }, period }) {
    const rows = await reader.query<ReportRow>(
      `SELECT ${REPORT_COLUMNS} FROM report r WHERE r.tenant_id = :tenantId AND r.regulation_id = :regulationId
         AND r.code = :code AND r.period_from = :from AND r.period_to = :to ORDER BY r.edition DESC LIMIT 1`,
      { regulationId: regulation?.id ?? '', code, ...period },
    );
    return rows.map(restoredReport)[0];
  },

  async requested(reader) {
    const [row] = await reader.query<{ waiting: string }>(
      `SELECT COUNT(*) AS waiting FROM report r
       WHERE r.tenant_id = :tenantId AND r.state = 'EXPECTED' AND r.requested_by IS NOT NULL`,
    );
    return Number(row?.waiting ?? 0);
  },

  async editions(reader, ids) {
    const rows = await reader.query<ReportRow & { ofId: string }>(
      `SELECT ${REPORT_COLUMNS}, p.id AS ofId FROM report p
       JOIN report r ON r.tenant_id = :tenantId AND ${SAME_PERIOD}
       WHERE p.tenant_id = :tenantId AND p.id IN (:ids) ORDER BY r.edition`,
      { ids },
    );
    return ids.map((id) => rows.filter(({ ofId }) => ofId === id).map(({ ofId: _, ...row }) => restoredReport(row)));
  },

  async lock(tx, id) {
    const sql = `SELECT ${REPORT_COLUMNS} FROM report r WHERE r.tenant_id = :tenantId AND r.id = :id FOR UPDATE`;
    return (await tx.query<ReportRow>(sql, { id })).map(restoredReport)[0];
  },

  async sign(tx, id, by, at) {
    await tx.execute(
      `UPDATE report r SET r.state = 'SIGNED', r.signed_by = :by, r.signed_at = :at, r.version = r.version + 1
       WHERE r.tenant_id = :tenantId AND r.id = :id`,
      { id, by, at },
    );
  },

  async markCorrected(tx, id, by) {
    await tx.execute(
      `UPDATE report r SET r.corrected_by = :by, r.version = r.version + 1
       WHERE r.tenant_id = :tenantId AND r.id = :id`,
      { id, by },
    );
  },

  async contents(reader, ids) {
    const rows = await reader.query<{ reportId: string; content: Buffer }>(
      `SELECT c.report_id AS reportId, c.content FROM report_content c
       WHERE c.tenant_id = :tenantId AND c.report_id IN (:ids)`,
      { ids },
    );
    const byId = new Map(rows.map(({ reportId, content }) => [reportId, content]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};

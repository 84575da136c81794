import { appendEventsOfMany } from '@redress/messaging';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { CasesInBulk } from '../model/cases-in-bulk.repository';
import type { CaseChange } from '../model/complaint-case.repository';
import {
  restoredCase,
  restoredClock,
  restoredResolution,
  restoredStage,
  type StoredRemedy,
  type StoredResolution,
} from '../model/stored-case.model';
import { readClocks, readStages } from '../view-cases/case-rows.query';
import { changesOf, type CaseChangeFeed } from '../watch-cases/case-change.model';
import { changedColumns } from './complaint-case.mapper';
import { publications, rowsOf, timelineRows } from './complaint-case.repository-mysql';
import { ComplaintCaseRow } from './complaint-case.row';
import { levelCheckColumn } from './level-check.mapper';
import { storeRowsAtCommit } from './row-changes.repository-mysql';

const NEWEST_RESOLUTIONS = `
  SELECT r.case_id, r.id, r.position, r.state, r.proposed_by, r.communicated_at FROM resolution r
  JOIN (
    SELECT n.tenant_id, n.case_id, MAX(n.position) AS position FROM resolution n
    WHERE n.tenant_id = :tenantId AND n.case_id IN (:caseIds) GROUP BY n.tenant_id, n.case_id
  ) newest ON newest.tenant_id = r.tenant_id AND newest.case_id = r.case_id AND newest.position = r.position
  WHERE r.tenant_id = :tenantId`;
const REMEDIES = `
  SELECT m.case_id, m.resolution_id, m.id, m.kind, m.order_number, m.line_number, m.amount_minor, m.currency, m.parts,
    m.note, m.settlement_id, m.settlement_state
  FROM remedy m WHERE m.tenant_id = :tenantId AND m.case_id IN (:caseIds) AND m.resolution_id IN (:resolutionIds)
  ORDER BY m.position`;
const NOTE_LEVEL_CHECK = `
  UPDATE complaint_case c SET c.level_check_at = :at WHERE c.tenant_id = :tenantId AND c.id = :caseId`;

/** Cases in MySQL, read by one statement a table and stored together with the commit. */
export function casesInBulk(feed: CaseChangeFeed): CasesInBulk {
  return {
    async find(tx, caseIds) {
      const found = await tx
        .rows(ComplaintCaseRow)
        .findMany({ id: caseIds }, { lock: 'update', orderBy: { id: 'ASC' } });
      if (found.length === 0) return [];
      const ids = found.map(({ id }) => id);
      const resolved = found.filter(({ resolutions }) => resolutions > 0).map(({ id }) => id);
      const clocks = byCase(await readClocks(tx, ids));
      const stages = byCase(await readStages(tx, ids));
      const resolutions = await readNewest(tx, resolved);
      return found.map((stored) =>
        restoredCase(stored, {
          clocks: (clocks.get(stored.id) ?? []).map(restoredClock),
          stages: (stages.get(stored.id) ?? []).map(restoredStage),
          resolution: resolutions.get(stored.id),
        }),
      );
    },

    async save(tx, changes) {
      for (const change of changes) updateCase(tx, change);
      storeRowsAtCommit(
        tx,
        changes.map(({ before, course }) => rowsOf(before.stages, course.case, course.facts)),
      );
      tx.insertAtCommit(
        'timeline_entry',
        changes.flatMap((change) => timelineRows(change.before.version, change.course.facts, change)),
      );
      await appendEventsOfMany(
        tx,
        changes.map(({ course: { case: after, facts } }) => ({
          aggregate: { id: after.id, version: after.version },
          events: publications(after, facts),
        })),
      );
      tx.afterCommit(() => {
        for (const { course } of changes) feed.announce(changesOf(tx.tenantId, course.case, course.facts));
      });
    },

    noteLevelCheck(tx, caseId, at) {
      tx.executeAtCommit(NOTE_LEVEL_CHECK, { caseId, at: at ?? null });
    },
  };
}

/** The lock that the case was read with keeps its version, so that the statement may wait for the commit. */
function updateCase(tx: TenantTransaction, change: CaseChange): void {
  const { before, course } = change;
  const patch: Record<string, unknown> = { ...changedColumns(before, course.case), ...levelCheckColumn(change) };
  const assignments = Object.keys(patch).map((column) => `, c.${column} = :set_${column}`);
  tx.executeAtCommit(
    `UPDATE complaint_case c SET c.version = c.version + :facts${assignments.join('')}
     WHERE c.tenant_id = :tenantId AND c.id = :caseId AND c.version = :version`,
    {
      caseId: before.id,
      version: before.version,
      facts: course.facts.length,
      ...Object.fromEntries(Object.entries(patch).map(([column, value]) => [`set_${column}`, value])),
    },
  );
}

async function readNewest(tx: TenantReader, caseIds: readonly string[]) {
  if (caseIds.length === 0) return new Map<string, ReturnType<typeof restoredResolution>>();
  const newest = await tx.query<StoredResolution>(NEWEST_RESOLUTIONS, { caseIds });
  const resolutionIds = newest.map(({ id }) => id);
  const remedies = byCase(await tx.query<StoredRemedy>(REMEDIES, { caseIds, resolutionIds }));
  return new Map(newest.map((row) => [row.case_id, restoredResolution(row, remedies.get(row.case_id) ?? [])]));
}

function byCase<Row extends { readonly case_id: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.case_id);
    if (known === undefined) grouped.set(row.case_id, [row]);
    else known.push(row);
  }
  return grouped;
}

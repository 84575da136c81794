import { appendEvents, appendEventsOfMany, type NewEvent } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import { publicationOf } from '../../published/case.publication';
import { definitionOf, type CaseFact } from '../../case-facts.model';
import type { ComplaintCase } from '../model/case.model';
import type { CaseChange, ComplaintCaseRepository, NewCase, NotedRemedy } from '../model/complaint-case.repository';
import {
  restoredCase,
  restoredClock,
  restoredResolution,
  restoredStage,
  type StoredClock,
  type StoredRemedy,
  type StoredResolution,
  type StoredStage,
} from '../model/stored-case.model';
import { settledChanges } from '../model/row-changes.model';
import type { StageRecord } from '../model/stage-record.model';
import { timelineEntryOf } from '../model/timeline.model';
import { changesOf, type CaseChangeFeed } from '../watch-cases/case-change.model';
import { caseColumns, changedColumns, timelineColumns } from './complaint-case.mapper';
import { ComplaintCaseRow } from './complaint-case.row';
import { levelCheckColumn } from './level-check.mapper';
import { levelCheckAt } from '../model/level-check.model';
import {
  LINKED_AMOUNTS,
  LINKED_WITHIN_DAYS,
  linkedAmount,
  type LinkedAmountRow,
} from '../view-cases/linked-amounts.query';
import { stageChanges } from './stage-changes.mapper';
import { storeRows, type RowsOfCase } from './row-changes.repository-mysql';

const CLOCKS = `
  SELECT k.case_id, k.id, k.stage, k.kind, k.state, k.started_at, k.due_at, k.stopped_at, k.proof
  FROM stage_clock k WHERE k.tenant_id = :tenantId AND k.case_id = :caseId ORDER BY k.id`;
const STAGES = `
  SELECT g.case_id, g.stage, g.state, g.at, g.by_subject, g.approvals
  FROM case_stage g WHERE g.tenant_id = :tenantId AND g.case_id = :caseId`;
const NEWEST_RESOLUTION = `
  SELECT r.case_id, r.id, r.position, r.state, r.proposed_by, r.communicated_at
  FROM resolution r WHERE r.tenant_id = :tenantId AND r.case_id = :caseId ORDER BY r.position DESC LIMIT 1`;
const REMEDIES = `
  SELECT m.case_id, m.resolution_id, m.id, m.kind, m.order_number, m.line_number, m.amount_minor, m.currency, m.parts,
    m.note, m.settlement_id, m.settlement_state
  FROM remedy m WHERE m.tenant_id = :tenantId AND m.case_id = :caseId AND m.resolution_id = :resolutionId
  ORDER BY m.position`;
const NOTE_SETTLEMENT = `
  UPDATE remedy m SET m.settlement_id = :settlementId, m.settlement_state = :state
  WHERE m.tenant_id = :tenantId AND m.case_id = :caseId AND m.id = :remedyId`;
const DECIDED_BY = `
  SELECT DISTINCT r.decided_by AS subject FROM resolution r
  WHERE r.tenant_id = :tenantId AND r.case_id = :caseId AND r.decided_by IS NOT NULL`;
const REMEDY = 'SELECT m.id, m.settlement_state AS settlementState FROM remedy m WHERE m.tenant_id = :tenantId';

/** Cases in MySQL. Every change is told to the feed once it is committed. */
export function mysqlComplaintCases(feed: CaseChangeFeed): ComplaintCaseRepository {
  return {
    find: (tx, caseId) => find(tx, { id: caseId }),
    findByComplaint: (tx, complaintId) => find(tx, { complaint_id: complaintId }),

    async add(tx, newCases) {
      const rows = newCases.map(({ opening: { opened, course }, plan }) => ({
        ...caseColumns(course.case),
        version: course.case.version,
        level_check_at: levelCheckAt(course.case, plan, opened.at) ?? null,
      }));
      tx.insertAtCommit('complaint_case', rows);
      await storeRows(
        tx,
        newCases.map(({ opening: { opened, course } }) => rowsOf([], course.case, [opened, ...course.facts])),
      );
      tx.insertAtCommit('timeline_entry', newCases.flatMap(openingTimeline));
      await appendEventsOfMany(
        tx,
        newCases.map(({ opening: { opened, course }, cause }) => ({
          aggregate: { id: course.case.id, version: course.case.version },
          events: [opened, ...course.facts].map((fact) => publicationOf(course.case, fact)),
          ...(cause === undefined ? {} : { cause }),
        })),
      );
      for (const { opening } of newCases) announce(tx, opening.course.case, [opening.opened, ...opening.course.facts]);
    },

    async save(tx, { before, course, plan, cause }) {
      const { case: after, facts } = course;
      if (facts.length === 0) return;
      await tx.rows(ComplaintCaseRow).updateVersioned({
        id: before.id,
        expectedVersion: before.version,
        increment: facts.length,
        patch: {
          ...changedColumns(before, after),
          ...levelCheckColumn({ before, course, plan }),
        } as Partial<ComplaintCaseRow>,
      });
      await storeRows(tx, [rowsOf(before.stages, after, facts)]);
      tx.insertAtCommit('timeline_entry', timelineRows(before.version, facts, { before, course, plan }));
      await appendEvents(tx, { id: after.id, version: after.version }, publications(after, facts), cause);
      announce(tx, after, facts);
    },

    async noteSettlement(tx, caseId, note) {
      await tx.execute(NOTE_SETTLEMENT, { caseId, ...note });
    },

    async linkedAmounts(tx, caseId) {
      const rows = await tx.query<LinkedAmountRow>(LINKED_AMOUNTS, { caseIds: [caseId], days: LINKED_WITHIN_DAYS });
      return rows.map(linkedAmount);
    },

    async decidedBy(tx, caseId) {
      const rows = await tx.query<{ subject: string }>(DECIDED_BY, { caseId });
      return rows.map(({ subject }) => subject);
    },

    async findRemedy(tx, caseId, by) {
      const column = 'remedyId' in by ? 'm.id = :remedyId' : 'm.settlement_id = :settlementId';
      const [found] = await tx.query<NotedRemedy>(`${REMEDY} AND m.case_id = :caseId AND ${column}`, { caseId, ...by });
      return found;
    },
  };

  function announce(tx: TenantTransaction, after: ComplaintCase, facts: readonly CaseFact[]): void {
    tx.afterCommit(() => {
      feed.announce(changesOf(tx.tenantId, after, facts));
    });
  }
}

async function find(
  tx: TenantTransaction,
  key: { readonly id: string } | { readonly complaint_id: string },
): Promise<ComplaintCase | undefined> {
  const stored = await tx.rows(ComplaintCaseRow).findOne(key, { lock: 'update' });
  if (stored === undefined) return undefined;
  const caseId = stored.id;
  const clocks = await tx.query<StoredClock>(CLOCKS, { caseId });
  const [newest] = stored.resolutions === 0 ? [] : await tx.query<StoredResolution>(NEWEST_RESOLUTION, { caseId });
  const remedies =
    newest === undefined ? [] : await tx.query<StoredRemedy>(REMEDIES, { caseId, resolutionId: newest.id });
  const stages = await tx.query<StoredStage>(STAGES, { caseId });
  return restoredCase(stored, {
    clocks: clocks.map(restoredClock),
    stages: stages.map(restoredStage),
    resolution: newest === undefined ? undefined : restoredResolution(newest, remedies),
  });
}

/** What the facts of a case leave beside its own row. */
export function rowsOf(before: readonly StageRecord[], after: ComplaintCase, facts: readonly CaseFact[]): RowsOfCase {
  const changes = [
    ...facts.flatMap((fact) => definitionOf(fact.type).stores?.(after, fact) ?? []),
    ...stageChanges(before, after.stages),
  ];
  return { caseId: after.id, changes: settledChanges(changes) };
}

/** The events that facts of a case become. */
export function publications(after: ComplaintCase, facts: readonly CaseFact[]): NewEvent[] {
  return facts.map((fact) => publicationOf(after, fact));
}

/** The entries that facts leave in the history of their case. */
export function timelineRows(
  versionBefore: number,
  facts: readonly CaseFact[],
  { course, plan }: Pick<CaseChange, 'before' | 'course' | 'plan'>,
) {
  return facts.map((fact, index) =>
    timelineColumns(course.case.id, timelineEntryOf(versionBefore + index + 1, fact, plan)),
  );
}

function openingTimeline({ opening: { opened, course }, plan }: NewCase) {
  return [opened, ...course.facts].map((fact, index) =>
    timelineColumns(opened.caseId, timelineEntryOf(index + 1, fact, plan)),
  );
}

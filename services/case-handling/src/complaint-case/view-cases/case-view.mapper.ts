import { ROLES } from '@redress/kernel';
import { toGlobalId } from '@redress/graphql-runtime';
import type { DueDate } from '@redress/regulations';
import { isStaff, type CaseActor } from '../model/case.rules';
import type { ComplaintCase, ImportedHistory, StageClock as ClockModel } from '../model/case.model';
import type { CasePlan } from '../model/case-plan.model';
import type { PossibleAction } from '../model/case-actions.rules';
import { roleOf } from '../model/performs.model';
import { stageStates } from '../model/stage-states.model';
import type { StoredCase } from '../model/stored-case.model';
import { Case, type ImportedOutcome } from './case.gql';
import { AvailableAction, CaseStage, StageClock, type DueDateProof } from './stage.gql';

/** A case as the viewer may see it. */
export function toCase(stored: StoredCase, viewer: CaseActor, now: Date): Case {
  return Object.assign(new Case(), {
    stored,
    id: toGlobalId('Case', stored.id),
    number: stored.number,
    version: stored.version,
    state: stored.state,
    outcome: stored.outcome,
    complaint: { id: toGlobalId('Complaint', stored.complaint_id) },
    validity: isStaff(viewer) ? stored.validity : null,
    receivedAt: stored.received_at,
    openedAt: stored.opened_at,
    firstReplyAt: stored.first_reply_at,
    closedAt: stored.closed_at,
    nextDueAt: stored.next_due_at,
    overdue: stored.next_due_at !== null && stored.next_due_at < now,
    inTime: stored.in_time === null ? null : Boolean(stored.in_time),
    imported: stored.imported === null ? null : toImported(JSON.parse(stored.imported) as ImportedHistory),
  });
}

/** A clock with its proof. */
export function toClock(clock: ClockModel, plan: CasePlan | undefined, now: Date): StageClock {
  const { id, stage, state, startedAt, due, stoppedAt } = clock;
  const end = state === 'RUNNING' ? now : (stoppedAt ?? now);
  return Object.assign(new StageClock(), {
    id,
    stage,
    state,
    labels: plan?.stages.find((planned) => planned.stage === stage)?.label ?? { zh: stage, en: stage },
    startedAt,
    dueAt: due.dueAt,
    targetAt: due.targetAt ?? null,
    completedAt: state === 'COMPLETED' ? (stoppedAt ?? null) : null,
    overdue: end > due.dueAt,
    proof: toProof(due),
  });
}

/** The stages of the regulation and where they stand in a case. */
export function toStages(current: ComplaintCase, plan: CasePlan | undefined, now: Date): CaseStage[] {
  return stageStates(plan, current, now).map(({ planned, state, missing, record }) => {
    const clock = current.clocks.findLast((each) => each.stage === planned.stage);
    return Object.assign(new CaseStage(), {
      stage: planned.stage,
      kind: planned.kind,
      isoStage: planned.isoStage,
      performers: planned.performers.flatMap((performer) => roleOf(performer, plan) ?? []),
      parties: planned.performers.filter((performer) => !ROLES.some((role) => role === performer)),
      labels: planned.label,
      articles: planned.article ?? planned.label,
      state,
      missing,
      immediate: planned.immediate === true,
      optional: planned.optional === true,
      approvals: record?.approvals.length ?? 0,
      clock: clock === undefined ? null : toClock(clock, plan, now),
    });
  });
}

/** What the viewer may do, with the stage that each belongs to. */
export function toAvailableActions(
  actions: readonly PossibleAction[],
  { clocks }: Pick<ComplaintCase, 'clocks'>,
): AvailableAction[] {
  return actions.map(({ action, stage = null }) => {
    const clock = clocks.find((each) => each.stage === stage && each.state === 'RUNNING');
    return Object.assign(new AvailableAction(), { action, stage, dueAt: clock?.due.dueAt ?? null });
  });
}

function toProof({ timeZone, calendar, counted, skipped, unannouncedYears }: DueDate): DueDateProof {
  const segments = (list: DueDate['counted']) =>
    list.map(({ name, ...segment }) => ({ ...segment, name: name ?? null }));
  return {
    timeZone,
    calendar: calendar.id,
    calendarVersion: calendar.version,
    counted: segments(counted),
    skipped: segments(skipped),
    provisional: unannouncedYears.length > 0,
  };
}

function toImported({ outcome, timely, disputed }: ImportedHistory): ImportedOutcome {
  return { outcome: outcome ?? null, timely: timely ?? null, disputed: disputed ?? null };
}

import type { TenantReader } from '@redress/persistence';
import type { ActionFactor, ActionKind, ActionState } from '../model/corrective-action.model';

/** A row of `corrective_action`, by column. */
export interface CorrectiveActionRow {
  readonly case_id: string;
  readonly id: string;
  readonly kind: ActionKind;
  readonly state: ActionState;
  readonly description: string;
  readonly owner: string;
  readonly permanent: number;
  readonly factor: ActionFactor | null;
  readonly checks_new_problems: string | null;
  readonly due_at: Date;
  readonly planned_by: string;
  readonly planned_at: Date;
  readonly outcome: string | null;
  readonly completed_by: string | null;
  readonly completed_at: Date | null;
  readonly effect: string | null;
  readonly checked_by: string | null;
  readonly checked_at: Date | null;
}

/** A row of `effect_check`, by column. */
export interface EffectCheckRow {
  readonly case_id: string;
  readonly id: string;
  readonly effective: number;
  readonly findings: string;
  readonly new_problems: string | null;
  readonly reopened: string;
  readonly checked_by: string;
  readonly checked_at: Date;
}

export const ACTION_COLUMNS = `
  a.case_id, a.id, a.kind, a.state, a.description, a.owner, a.permanent, a.factor, a.checks_new_problems, a.due_at,
  a.planned_by, a.planned_at, a.outcome, a.completed_by, a.completed_at, a.effect, a.checked_by, a.checked_at`;

/** The actions of cases, the oldest first; one statement. */
export function readActions(reader: TenantReader, caseIds: readonly string[]): Promise<CorrectiveActionRow[]> {
  return reader.query<CorrectiveActionRow>(
    `SELECT ${ACTION_COLUMNS} FROM corrective_action a
     WHERE a.tenant_id = :tenantId AND a.case_id IN (:caseIds) ORDER BY a.id`,
    { caseIds },
  );
}

/** The effect checks of cases, the oldest first; one statement. */
export function readEffectChecks(reader: TenantReader, caseIds: readonly string[]): Promise<EffectCheckRow[]> {
  return reader.query<EffectCheckRow>(
    `SELECT e.case_id, e.id, e.effective, e.findings, e.new_problems, e.reopened, e.checked_by, e.checked_at
     FROM effect_check e WHERE e.tenant_id = :tenantId AND e.case_id IN (:caseIds) ORDER BY e.id`,
    { caseIds },
  );
}

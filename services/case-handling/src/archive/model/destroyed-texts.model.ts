import type { RowChange } from '../../complaint-case/model/fact.model';

const GONE = '';
const NONE = '[]';
const NOTHING = '{}';

/**
 * What of each table of a case is removed when its file is destroyed: all that people wrote. Codes, dates, amounts and
 * scores stay. A new table with texts of cases has to be named here; a test compares this with the tables.
 */
export const DESTROYED_TEXTS: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  complaint_case: { matter: null },
  investigation: { findings: GONE, sections: null },
  resolution: { text: GONE, rejection_reason: null },
  remedy: { note: null },
  reply: { text: GONE, reason: null },
  reply_draft: { text: GONE, reason: null, return_reason: null },
  consent: { note: null },
  stage_paper: { sections: NONE, note: null },
  hand_over: { documents: NONE, note: null },
  acceptance_refusal: { reason: GONE },
  overdue_paper: { text: null, cause: null, measure: null },
  follow_up: { suggestions: null, note: null },
  corrective_action: { description: GONE, checks_new_problems: null, outcome: null, effect: null },
  effect_check: { findings: GONE, new_problems: null },
  action_exemption: { reason: GONE },
  eight_d_report: { disciplines: NOTHING },
  responsibility: { third_party: null, reasons: GONE },
  sanction: { reason: GONE, decision_reason: null },
  supplier_claim: { third_party: GONE, reason: GONE, outcome: null },
  emergency_record: { content: NOTHING },
  legal_hold: { reason: GONE },
  repair_visit: { fault: GONE, work_done: null },
  level_change: { reason: null },
  extension: { reason: GONE, note: null },
  case_round: { reason: GONE },
  case_paper: { sections: NONE },
  external_proceeding: { reference: null, cooperation: null, outcome_note: null },
  legal_step: { description: GONE, reference: null },
  department_objection: { reason: GONE, decision: null },
  gap_decision: { matter: GONE, decision: GONE },
};

/** Columns that hold text or JSON and stay: proofs, codes and what says why the file is gone. */
export const KEPT_COLUMNS: readonly string[] = [
  'case_stage.approvals',
  'stage_clock.proof',
  'timeline_entry.details',
  'level_change.because',
  'remedy.parts',
  'overdue_paper.addressees',
  'case_round.stages_before',
  'archived_case.destruction_reason',
  'effect_check.action_ids',
  'effect_check.reopened',
  'responsibility.loss_lines',
  // Personal data was taken out of an entry before it could be published.
  'library_entry.facts',
  'library_entry.handling',
  'library_entry.lessons',
  'library_entry.redacted',
  'library_entry.review_note',
];

/** The changes of rows that remove the texts of a case; the row of the case itself is changed by its fact. */
export function destroyedTexts(): readonly RowChange[] {
  return Object.entries(DESTROYED_TEXTS)
    .filter(([table]) => table !== 'complaint_case')
    .map(([update, set]) => ({ update, key: {}, set }));
}

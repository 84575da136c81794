import { factTable } from './fact-table.model';

/** A complaint with its case: one row each, and what the dimensions of all other facts are taken from. */
export const complaintFact = factTable('complaint_fact', ['complaint_id'], {
  complaint_id: 'id',
  case_id: 'id',
  customer_id: 'id',
  number: 'code',
  customer_segment: 'code',
  persons: 'integer',
  channel: 'code',
  item_type: 'code',
  category_id: 'id',
  category_code: 'code',
  product: 'text',
  region: 'text',
  cause: 'text',
  regulation_id: 'code',
  regulation_version: 'integer',
  level: 'code',
  track: 'code',
  department: 'text',
  handler: 'text',
  registered_by: 'text',
  responsible_department: 'text',
  demand_kind: 'code',
  demand_minor: 'minor',
  demand_currency: 'code',
  received_at: 'instant',
  registered_at: 'instant',
  acknowledged_at: 'instant',
  /** When the complainant was told by a letter or a person, which some regulations ask for beside the answer to the registration. */
  told_at: 'instant',
  opened_at: 'instant',
  accepted_at: 'instant',
  first_reply_at: 'instant',
  decided_at: 'instant',
  executed_at: 'instant',
  closed_at: 'instant',
  next_due_at: 'instant',
  outcome: 'code',
  validity: 'code',
  timely: 'flag',
  disputed: 'flag',
  repeated: 'flag',
  on_the_spot: 'flag',
  forwarded: 'flag',
  outside: 'flag',
  escalations: 'integer',
  reminders: 'integer',
  overdue_stages: 'integer',
  extensions: 'integer',
  replies: 'integer',
  rounds: 'integer',
  reopenings: 'integer',
  merged_into: 'id',
  satisfied: 'flag',
  loss_minor: 'minor',
  loss_currency: 'code',
});

/** The clock of a stage of a case. */
export const clockFact = factTable('clock_fact', ['complaint_id', 'clock_id'], {
  complaint_id: 'id',
  clock_id: 'id',
  stage: 'code',
  department: 'text',
  handler: 'text',
  started_at: 'instant',
  due_at: 'instant',
  completed_at: 'instant',
  discontinued_at: 'instant',
  overdue_at: 'instant',
  in_time: 'flag',
  extensions: 'integer',
  worked_ms: 'minor',
});

/** A change of the level or track of a case. */
export const levelFact = factTable('level_fact', ['complaint_id', 'change_id'], {
  complaint_id: 'id',
  change_id: 'id',
  changed_at: 'instant',
  from_level: 'code',
  to_level: 'code',
  track: 'code',
  automatic: 'flag',
});

/** A reminder (催办单) or an inquiry into lateness (查办单). */
export const reminderFact = factTable('reminder_fact', ['complaint_id', 'paper_id'], {
  complaint_id: 'id',
  paper_id: 'id',
  kind: 'code',
  stage: 'code',
  department: 'text',
  issued_at: 'instant',
  answered_at: 'instant',
});

/** A reply to the complainant. */
export const replyFact = factTable('reply_fact', ['complaint_id', 'reply_id'], {
  complaint_id: 'id',
  reply_id: 'id',
  replied_by: 'text',
  replied_at: 'instant',
  form: 'code',
  purpose: 'code',
  first_reply: 'flag',
});

/** A follow-up with the complainant's scores, 1 to 5. */
export const satisfactionFact = factTable('satisfaction_fact', ['complaint_id', 'follow_up_id'], {
  complaint_id: 'id',
  follow_up_id: 'id',
  asked_at: 'instant',
  asked_by: 'text',
  means: 'code',
  reached: 'flag',
  satisfied: 'flag',
  score_result: 'integer',
  score_expectation: 'integer',
  score_attitude: 'integer',
  score_efficiency: 'integer',
  leads_to: 'code',
});

/** A corrective, preventive, improving or containing action. */
export const actionFact = factTable('action_fact', ['complaint_id', 'action_id'], {
  complaint_id: 'id',
  action_id: 'id',
  kind: 'code',
  permanent: 'flag',
  planned_at: 'instant',
  due_at: 'instant',
  completed_at: 'instant',
  in_time: 'flag',
  checked_at: 'instant',
  effective: 'flag',
});

/** A determination of who is responsible, with the loss that it costs a department until a later one replaces it. */
export const responsibilityFact = factTable('responsibility_fact', ['complaint_id', 'determination_id'], {
  complaint_id: 'id',
  determination_id: 'id',
  determined_at: 'instant',
  responsible: 'code',
  responsible_department: 'text',
  loss_minor: 'minor',
  loss_currency: 'code',
  replaced: 'flag',
});

/** A settlement from its proposal to its end. */
export const settlementFact = factTable('settlement_fact', ['complaint_id', 'settlement_id'], {
  complaint_id: 'id',
  settlement_id: 'id',
  number: 'code',
  instrument: 'code',
  amount_minor: 'minor',
  currency: 'code',
  state: 'code',
  proposed_at: 'instant',
  approved_at: 'instant',
  approved_by: 'text',
  completed_at: 'instant',
  ended_at: 'instant',
  reason: 'code',
});

/** What a completed settlement paid, piece by piece; the pieces come to its amount. */
export const settlementPartFact = factTable('settlement_part_fact', ['complaint_id', 'settlement_id', 'part'], {
  complaint_id: 'id',
  settlement_id: 'id',
  part: 'integer',
  instrument: 'code',
  order_number: 'text',
  line_number: 'integer',
  amount_minor: 'minor',
  currency: 'code',
  completed_at: 'instant',
});

/** A line of an order of which goods may come back. */
export const returnFact = factTable('return_fact', ['return_id', 'line_id'], {
  return_id: 'id',
  line_id: 'id',
  settlement_id: 'id',
  case_id: 'id',
  instrument: 'code',
  product: 'text',
  cause: 'text',
  authorised_at: 'instant',
  received_at: 'instant',
  inspected_at: 'instant',
  reconciled_at: 'instant',
  cancelled_at: 'instant',
  due_at: 'instant',
  authorised_micro: 'minor',
  received_micro: 'minor',
  posted_micro: 'minor',
  entitled_minor: 'minor',
  posted_minor: 'minor',
  currency: 'code',
  result: 'code',
});

/** Goods that came, or did not come, and wait for a person. */
export const returnExceptionFact = factTable('return_exception_fact', ['exception_id'], {
  exception_id: 'id',
  return_id: 'id',
  kind: 'code',
  raised_at: 'instant',
  resolved_at: 'instant',
  resolution: 'code',
});

/** A posting of the ledger. Debits are positive, credits negative. */
export const postingFact = factTable('posting_fact', ['entry_id', 'line'], {
  entry_id: 'id',
  line: 'integer',
  account: 'code',
  entry_kind: 'code',
  currency: 'code',
  amount_minor: 'minor',
  department: 'text',
  product: 'text',
  cause: 'text',
  booked_at: 'instant',
  effective_at: 'instant',
});

/** A line that was sold: the exposure against which complaints are counted. */
export const purchaseFact = factTable('purchase_fact', ['purchase_id', 'line_id'], {
  purchase_id: 'id',
  line_id: 'id',
  product: 'text',
  department: 'text',
  registered_at: 'instant',
  paid_minor: 'minor',
  currency: 'code',
});

/** One act of a member of staff, as the event that tells of it. */
export const staffWorkFact = factTable('staff_work_fact', ['event_id'], {
  event_id: 'id',
  complaint_id: 'id',
  staff: 'text',
  work: 'code',
  done_at: 'instant',
});

export const FACT_TABLES = [
  complaintFact,
  clockFact,
  levelFact,
  reminderFact,
  replyFact,
  satisfactionFact,
  actionFact,
  responsibilityFact,
  settlementFact,
  settlementPartFact,
  returnFact,
  returnExceptionFact,
  postingFact,
  purchaseFact,
  staffWorkFact,
] as const;

export type FactName = (typeof FACT_TABLES)[number]['name'];

/** The declaration of a table. */
export function factTableOf(name: FactName): (typeof FACT_TABLES)[number] {
  const found = FACT_TABLES.find((table) => table.name === name);
  if (found === undefined) throw new Error(`there is no fact table ${name}`);
  return found;
}

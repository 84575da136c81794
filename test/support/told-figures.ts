import type { Person } from './act';
import { withoutNothing, type Figures } from './recomputed-figures';

/** What belongs to complaints can be told by their dimensions. */
export const OF_COMPLAINTS = [
  ...['COMPLAINTS_RECEIVED', 'COMPLAINTS_VALID', 'COMPLAINTS_UNTIMELY', 'CASES_CLOSED_LATE', 'COMPLAINTS_DISPUTED'],
  ...['CASES_OPEN', 'CASES_OVERDUE', 'CASES_CLOSED', 'COMPLAINANTS', 'VALID_RATE', 'AT_FAULT_RATE', 'REPEAT_RATE'],
  ...['ESCALATION_RATE', 'REOPEN_RATE', 'CLOSURE_RATE', 'RESOLUTION_RATE', 'MAJOR_IN_TIME_RATE', 'TIMELY_RATE'],
  ...['TIME_TO_ACKNOWLEDGEMENT', 'TIME_TO_CONFIRMATION', 'TIME_TO_FIRST_REPLY', 'TIME_TO_DECISION', 'TIME_TO_CLOSING'],
  ...['TIME_TO_CLOSING_OF_RECEIVED', 'COMPLAINTS_ACKNOWLEDGED', 'COMPLAINTS_ACCEPTED', 'COMPLAINTS_REPLIED_TO'],
  ...['COMPLAINTS_DECIDED', 'COMPLAINTS_EXECUTED', 'COMPLAINTS_CLOSED', 'STAGES_COMPLETED', 'DEADLINE_ATTAINMENT'],
  ...['STAGES_OVERDUE', 'STAGE_TIME', 'EXTENSIONS', 'LEVEL_CHANGES', 'REMINDERS_ISSUED', 'OVERDUE_INQUIRIES'],
  ...['REPLIES_SENT', 'FOLLOW_UPS', 'SATISFACTION_RATE', 'SURVEY_SATISFACTION_RATE', 'SATISFACTION_WITH_RESULT'],
  ...['SATISFACTION_WITH_EXPECTATION', 'SATISFACTION_WITH_ATTITUDE', 'SATISFACTION_WITH_EFFICIENCY'],
  ...['ACTIONS_PLANNED', 'IMPROVEMENTS_PLANNED', 'ACTIONS_IN_TIME_RATE', 'ACTIONS_EFFECTIVE_RATE'],
  ...['SETTLEMENTS_PROPOSED', 'SETTLEMENTS_REFUSED', 'SETTLEMENTS_COMPLETED', 'TIME_TO_SETTLEMENT'],
  ...['SETTLED_AMOUNT', 'RESPONSIBILITIES_DETERMINED', 'LOSS_AMOUNT'],
] as const;

/** What belongs to the organisation. */
export const OF_BOOKS = [
  ...['POSTINGS', 'LINES_SOLD', 'RETURN_EXCEPTIONS', 'RETURN_EXCEPTIONS_OPEN', 'RETURNS_AUTHORISED'],
  ...['RETURNS_RECONCILED', 'RETURNS_DIFFERING_RATE', 'RETURNS_POSTED_AMOUNT'],
] as const;

/** What no list comes to, and why. */
export const ON_NO_LIST: Readonly<Record<string, string>> = {
  ACTS: 'acts in intake and in finance are on no list, and timelines show some that nobody of the staff did',
  STAFF_ACTIVE: 'the same',
  STAGE_WORKING_TIME: 'a clock shows when it ran, not how much of that was working time',
  POSTED_AMOUNT: 'debits and credits of all accounts come to nought; it is compared account by account',
};

const METRICS_AT_ONCE = 8;

interface Row {
  readonly keys: readonly { readonly value: string | null }[];
  readonly values: readonly { readonly metric: string; readonly value: string; readonly currency: string | null }[];
}

/** Figures as analytics tells them, by the values of a dimension, or of all under an empty name. */
export async function told(
  person: Person,
  names: readonly string[],
  dimension?: string,
): Promise<Readonly<Record<string, Figures>>> {
  const by: Record<string, Record<string, string>> = {};
  for (let start = 0; start < names.length; start += METRICS_AT_ONCE) {
    const metrics = names.slice(start, start + METRICS_AT_ONCE).join(', ');
    const groupBy = dimension === undefined ? '' : `, groupBy: [${dimension}]`;
    const answer = await person.read<{ metrics: { rows: Row[]; userErrors: { code: string }[] } }>(
      `{ metrics(query: { metrics: [${metrics}]${groupBy} }) {
        rows { keys { value } values { metric value currency } } userErrors { code }
      } }`,
    );
    expect(answer.metrics.userErrors).toEqual([]);
    for (const { keys, values } of answer.metrics.rows) {
      const figures = (by[keys[0]?.value ?? ''] ??= {});
      for (const { metric, value, currency } of values) {
        const name = currency === null ? metric : `${metric} ${currency}`;
        const before = figures[name];
        figures[name] = before === undefined ? value : `${before} ${value}`;
      }
    }
  }
  return Object.fromEntries(Object.entries(by).map(([name, figures]) => [name, withoutNothing(figures)]));
}

/** What was booked on each account, as analytics tells it, where it is not nought. */
export async function toldOfAccounts(person: Person): Promise<Readonly<Record<string, bigint>>> {
  const { metrics } = await person.read<{ metrics: { rows: Row[] } }>(
    `{ metrics(query: { metrics: [POSTED_AMOUNT], groupBy: [ACCOUNT] }) {
      rows { keys { value } values { metric value currency } } } }`,
  );
  return Object.fromEntries(
    metrics.rows
      .map(({ keys, values }): [string, bigint] => [
        keys[0]?.value ?? '',
        BigInt((values[0]?.value ?? '0').replace('.', '')),
      ])
      .filter(([, amount]) => amount !== 0n),
  );
}

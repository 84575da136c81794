import type { ListedBooks } from './listed-books';
import type { Determined, Listed, Settled } from './listed-complaints';

/** Figures as text, by the name of their metric; amounts with their currency, spans of time with all four statistics. */
export type Figures = Readonly<Record<string, string>>;

type Known = Readonly<Record<string, string | number | undefined>>;

const share = (of: number, among: number): string | undefined =>
  among === 0 ? undefined : (Math.round((of * 1_000_000) / among) / 10_000).toFixed(4);

function mean(scores: readonly (number | null)[]): string | undefined {
  const known = scores.flatMap((each) => (each === null ? [] : [each]));
  const sum = known.reduce((total, each) => total + each, 0);
  return known.length === 0 ? undefined : (Math.round((sum * 10_000) / known.length) / 10_000).toFixed(4);
}

function span(pairs: readonly (readonly [string, string | null])[]): string | undefined {
  const spans = pairs
    .flatMap(([from, to]) => (to === null ? [] : [new Date(to).getTime() - new Date(from).getTime()]))
    .sort((a, b) => a - b);
  if (spans.length === 0) return undefined;
  const rank = (tenths: number) => spans[Math.ceil((spans.length * tenths) / 10) - 1] ?? 0;
  const whole = Math.floor(spans.reduce((sum, each) => sum + each, 0) / spans.length);
  return [spans.length, whole, rank(5), rank(9)].join(' ');
}

function sums(
  metric: string,
  amounts: readonly ({ readonly minorUnits: string; readonly currency: string } | null)[],
): Figures {
  const totals = new Map<string, bigint>();
  for (const amount of amounts)
    if (amount !== null) totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + BigInt(amount.minorUnits));
  return Object.fromEntries(
    [...totals].map(([currency, total]) => {
      const digits = total.toString().padStart(3, '0');
      return [`${metric} ${currency}`, `${digits.slice(0, -2)}.${digits.slice(-2)}`];
    }),
  );
}

const RESOLVED = new Set(['RESOLVED', 'ADOPTED', 'ANSWERED']);
const VALID = new Set(['VALID', 'AT_FAULT']);
const REOPENING = new Set(['ROUND_STARTED', 'CASE_REOPENED', 'CASE_UNMERGED']);
const ESCALATING = new Set(['APPEAL', 'HAND_TO_SUPERIOR', 'EXTERNAL_BODY']);
const URGENT = new Set(['FAST_LANE', 'EMERGENCY']);
const SURVEY = new Set(['QUESTIONNAIRE', 'ONLINE']);

const wasReopened = ({ case: { timeline } }: Listed): boolean => {
  const closing = timeline.findIndex(({ type }) => type === 'CASE_CLOSED');
  return closing >= 0 && timeline.slice(closing).some(({ type }) => REOPENING.has(type));
};
const wasDisputed = ({ case: { resolutions } }: Listed): boolean =>
  resolutions.some(({ consent }) => consent?.decision === 'OBJECTED');
/** How grave levels are, copied from the texts by hand: those that the organisations of this generator know. */
const GRAVITY: Readonly<Record<string, number>> = { common: 1, general: 1, complex: 2, important: 2, urgent: 3 };
const gravityOf = (level: string): number => {
  const gravity = GRAVITY[level];
  if (gravity === undefined) throw new Error(`nobody knows how grave ${level} is`);
  return gravity;
};

const wasEscalated = ({ case: { levelHistory, rounds, externalProceedings } }: Listed): boolean =>
  levelHistory.some(({ from, level }) => from !== null && gravityOf(level) > gravityOf(from)) ||
  rounds.some(({ path }) => ESCALATING.has(path)) ||
  externalProceedings.length > 0;
const came =
  (type: string) =>
  ({ case: { timeline } }: Listed): boolean =>
    timeline.some((each) => each.type === type);

/** The first approval of a resolution; one that was rejected was decided as well. */
function decidedAt({ case: { resolutions } }: Listed): string | null {
  const approvals = resolutions.flatMap(({ state, decidedAt: at }) =>
    state === 'REJECTED' || at === null ? [] : [at],
  );
  return approvals.sort()[0] ?? null;
}

/** Those that a later determination has not taken the place of: a person beside a department does not. */
function standing(determined: readonly Determined[]): readonly Determined[] {
  return determined.reduce<readonly Determined[]>((before, each) => {
    const beside =
      each.responsible === 'PERSON' &&
      each.loss === null &&
      before.some(
        ({ responsible, department }) =>
          responsible === 'DEPARTMENT' && (each.department === null || each.department === department),
      );
    return beside ? [...before, each] : [each];
  }, []);
}

/** Money that the front line handed over is settled as soon as it is told. */
function settledBy({ settlements, onTheSpot }: Listed): readonly Settled[] {
  if (onTheSpot === null || onTheSpot.amount === null) return settlements;
  const { amount, settledAt } = onTheSpot;
  const atOnce = { state: 'COMPLETED', createdAt: settledAt, completedAt: settledAt };
  return [...settlements, { ...atOnce, amount, instrument: 'ON_THE_SPOT', return: null }];
}

function ofComplaints(complaints: readonly Listed[], now: string): Known {
  const count = (isOne: (each: Listed) => boolean): number => complaints.filter(isOne).length;
  const closed = complaints.filter((each) => each.case.closedAt !== null);
  const found = complaints.filter((each) => each.case.validity !== null);
  const timely = closed.filter((each) => each.case.inTime !== null);
  const major = timely.filter((each) => URGENT.has(each.case.level?.track ?? ''));
  const inTime = (each: Listed) => each.case.inTime === true;
  const isValid = (each: Listed) => VALID.has(each.case.validity ?? '');
  const isLate = ({ case: { clocks, closedAt } }: Listed) =>
    closedAt === null && clocks.some(({ state, dueAt }) => state === 'RUNNING' && dueAt < now);
  const toClosing = complaints.map((each) => [each.receivedAt, each.case.closedAt] as const);
  return {
    COMPLAINTS_RECEIVED: complaints.length,
    COMPLAINTS_VALID: count(isValid),
    COMPLAINTS_UNTIMELY: count((each) => each.case.inTime === false),
    CASES_CLOSED_LATE: closed.filter((each) => each.case.inTime === false).length,
    COMPLAINTS_DISPUTED: count(wasDisputed),
    CASES_OPEN: complaints.length - closed.length,
    CASES_OVERDUE: count(isLate),
    CASES_CLOSED: closed.length,
    COMPLAINANTS: new Set(complaints.map(({ customer }) => customer.id)).size,
    VALID_RATE: share(found.filter(isValid).length, found.length),
    AT_FAULT_RATE: share(found.filter((each) => each.case.validity === 'AT_FAULT').length, found.length),
    REPEAT_RATE: share(
      count(({ repeat, raised }) => repeat || raised > 1),
      complaints.length,
    ),
    ESCALATION_RATE: share(count(wasEscalated), complaints.length),
    REOPEN_RATE: share(count(wasReopened), complaints.length),
    CLOSURE_RATE: share(closed.length, complaints.length),
    RESOLUTION_RATE: share(closed.filter((each) => RESOLVED.has(each.case.outcome ?? '')).length, closed.length),
    MAJOR_IN_TIME_RATE: share(major.filter(inTime).length, major.length),
    TIMELY_RATE: share(timely.filter(inTime).length, timely.length),
    TIME_TO_ACKNOWLEDGEMENT: span(complaints.map((each) => [each.receivedAt, each.acknowledgedAt])),
    TIME_TO_CONFIRMATION: span(complaints.map((each) => [each.receivedAt, each.acknowledgement?.at ?? null])),
    TIME_TO_FIRST_REPLY: span(complaints.map((each) => [each.receivedAt, each.case.firstReplyAt])),
    TIME_TO_DECISION: span(complaints.map((each) => [each.receivedAt, decidedAt(each)])),
    TIME_TO_CLOSING: span(toClosing),
    TIME_TO_CLOSING_OF_RECEIVED: span(toClosing),
    COMPLAINTS_ACKNOWLEDGED: complaints.length,
    COMPLAINTS_ACCEPTED: count(came('CASE_ACCEPTED')),
    COMPLAINTS_REPLIED_TO: count((each) => each.case.firstReplyAt !== null),
    COMPLAINTS_DECIDED: count((each) => decidedAt(each) !== null),
    COMPLAINTS_EXECUTED: count(came('RESOLUTION_EXECUTED')),
    COMPLAINTS_CLOSED: closed.length,
  };
}

function ofStages(complaints: readonly Listed[]): Known {
  const clocks = complaints.flatMap(({ case: { clocks: all, extensions } }) =>
    all
      .filter(({ state }) => state === 'COMPLETED')
      .map((clock) => ({
        ...clock,
        extended: extensions.some(({ stage, state }) => stage === clock.stage && state === 'APPROVED'),
      })),
  );
  const count = (of: (each: Listed['case']) => readonly unknown[]): number =>
    complaints.reduce((sum, each) => sum + of(each.case).length, 0);
  const papers = (kind: string) => count(({ overduePapers }) => overduePapers.filter((paper) => paper.kind === kind));
  return {
    STAGES_COMPLETED: clocks.length,
    DEADLINE_ATTAINMENT: share(
      clocks.filter(({ completedAt, dueAt }) => (completedAt ?? '') <= dueAt).length,
      clocks.length,
    ),
    STAGES_OVERDUE: count(({ timeline }) => timeline.filter(({ type }) => type === 'STAGE_OVERDUE')),
    STAGE_TIME: span(clocks.map(({ startedAt, completedAt }) => [startedAt, completedAt])),
    EXTENSIONS: clocks.filter(({ extended }) => extended).length,
    LEVEL_CHANGES: count(({ levelHistory }) => levelHistory.filter(({ from }) => from !== null)),
    REMINDERS_ISSUED: papers('REMINDER'),
    OVERDUE_INQUIRIES: papers('OVERDUE_INQUIRY'),
    REPLIES_SENT: count(({ replies }) => replies),
  };
}

function afterwards(complaints: readonly Listed[]): Known {
  const followUps = complaints.flatMap((each) => each.case.followUps);
  const asked = followUps.filter(({ satisfied }) => satisfied !== null);
  const surveyed = asked.filter(({ means }) => SURVEY.has(means));
  const satisfied = (some: typeof asked) => share(some.filter((each) => each.satisfied === true).length, some.length);
  const score = (question: 'result' | 'expectation' | 'attitude' | 'efficiency') =>
    mean(followUps.map(({ satisfaction }) => satisfaction[question]));
  const actions = complaints.flatMap((each) => each.case.actions);
  const done = actions.filter(({ completedAt }) => completedAt !== null);
  const checked = actions.filter(({ state }) => state === 'EFFECTIVE' || state === 'NOT_EFFECTIVE');
  return {
    FOLLOW_UPS: followUps.length,
    SATISFACTION_RATE: satisfied(asked),
    SURVEY_SATISFACTION_RATE: satisfied(surveyed),
    SATISFACTION_WITH_RESULT: score('result'),
    SATISFACTION_WITH_EXPECTATION: score('expectation'),
    SATISFACTION_WITH_ATTITUDE: score('attitude'),
    SATISFACTION_WITH_EFFICIENCY: score('efficiency'),
    ACTIONS_PLANNED: actions.length,
    IMPROVEMENTS_PLANNED: actions.filter(({ kind }) => kind === 'IMPROVEMENT').length,
    ACTIONS_IN_TIME_RATE: share(
      done.filter(({ completedAt, dueAt }) => (completedAt ?? '') <= dueAt).length,
      done.length,
    ),
    ACTIONS_EFFECTIVE_RATE: share(checked.filter(({ state }) => state === 'EFFECTIVE').length, checked.length),
  };
}

function ofMoney(complaints: readonly Listed[]): Known {
  const settlements = complaints.flatMap(settledBy);
  const paid = settlements.filter(({ state }) => state === 'COMPLETED');
  const determined = complaints.map((each) => each.case.responsibilities);
  return {
    SETTLEMENTS_PROPOSED: settlements.length,
    SETTLEMENTS_REFUSED: settlements.filter(({ state }) => ['REFUSED', 'REJECTED'].includes(state)).length,
    SETTLEMENTS_COMPLETED: paid.length,
    TIME_TO_SETTLEMENT: span(paid.map(({ createdAt, completedAt }) => [createdAt, completedAt])),
    RESPONSIBILITIES_DETERMINED: determined.reduce((sum, each) => sum + each.length, 0),
    ...sums(
      'SETTLED_AMOUNT',
      paid.map(({ amount }) => amount),
    ),
    ...sums(
      'LOSS_AMOUNT',
      determined.flatMap(standing).map(({ loss }) => loss),
    ),
  };
}

function ofBooks(complaints: readonly Listed[], { postings, linesSold, returnExceptions }: ListedBooks): Known {
  const returns = complaints.flatMap(({ settlements }) => settlements.flatMap((each) => each.return ?? []));
  const lines = returns.flatMap((each) => each.lines);
  const reconciled = returns.filter(({ state }) => state === 'RECONCILED').flatMap((each) => each.lines);
  const compared = reconciled.filter(({ outcome }) => outcome !== null);
  return {
    POSTINGS: postings,
    LINES_SOLD: linesSold,
    RETURN_EXCEPTIONS: returnExceptions.length,
    RETURN_EXCEPTIONS_OPEN: returnExceptions.filter(({ resolvedAt }) => resolvedAt === null).length,
    RETURNS_AUTHORISED: lines.length,
    RETURNS_RECONCILED: reconciled.length,
    RETURNS_DIFFERING_RATE: share(compared.filter(({ outcome }) => outcome !== 'EQUAL').length, compared.length),
    ...sums(
      'RETURNS_POSTED_AMOUNT',
      reconciled.map(({ postedAmount }) => postedAmount),
    ),
  };
}

const NOTHING = new Set(['0', '0.0000', '0.00']);

/** Without what is nought: a group that has nothing of it does not tell it. */
export const withoutNothing = (figures: Known): Figures =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      value === undefined || NOTHING.has(String(value)) ? [] : [[name, String(value)]],
    ),
  );

/** Figures of some complaints, and of the books where they are given, from what the services say of each. */
export function recomputed(complaints: readonly Listed[], now: string, books?: ListedBooks): Figures {
  return withoutNothing({
    ...ofComplaints(complaints, now),
    ...ofStages(complaints),
    ...afterwards(complaints),
    ...ofMoney(complaints),
    ...(books === undefined ? {} : ofBooks(complaints, books)),
  });
}

import type { Person } from './act';

interface Clock {
  readonly stage: string;
  readonly state: string;
  readonly startedAt: string;
  readonly completedAt: string | null;
  readonly dueAt: string;
}

interface Settled {
  readonly state: string;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly amount: { readonly minorUnits: string; readonly currency: string };
}

/** A complaint with everything that the services say of it themselves. */
export interface Listed {
  readonly id: string;
  readonly channel: string;
  readonly product: string | null;
  readonly region: string | null;
  readonly receivedAt: string;
  readonly acknowledgedAt: string;
  readonly repeat: boolean;
  readonly raised: number;
  readonly customer: { readonly id: string };
  readonly case: {
    readonly outcome: string | null;
    readonly closedAt: string | null;
    readonly inTime: boolean | null;
    readonly firstReplyAt: string | null;
    readonly validity: string | null;
    readonly clocks: readonly Clock[];
    readonly replies: readonly { readonly sentAt: string }[];
    readonly resolutions: readonly { readonly state: string; readonly decidedAt: string | null }[];
    readonly timeline: readonly {
      readonly type: string;
      readonly details: readonly { readonly name: string; readonly value: string }[];
    }[];
    readonly followUps: readonly {
      readonly satisfied: boolean | null;
      readonly satisfaction: { readonly result: number | null };
    }[];
  };
  readonly settlements: readonly Settled[];
}

const LIST = `query List($after: String) {
  complaints(first: 7, after: $after) {
    nodes {
      id channel product region receivedAt acknowledgedAt repeat raised
      customer { id }
      case {
        outcome closedAt inTime firstReplyAt validity
        clocks { stage state startedAt completedAt dueAt }
        replies { sentAt }
        resolutions { state decidedAt }
        timeline(first: 100) { type details { name value } }
        followUps { satisfied satisfaction { result } }
      }
      settlements { state createdAt completedAt amount { minorUnits currency } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly complaints: {
    readonly nodes: readonly Listed[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** All complaints of the organisation, from the lists of intake, case handling and finance. */
export async function listed(person: Person): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const page: Page = await person.read<Page>(LIST, { after });
    all.push(...page.complaints.nodes);
    after = page.complaints.pageInfo.endCursor;
    more = page.complaints.pageInfo.hasNextPage;
  }
  return all;
}

type Figures = Readonly<Record<string, string>>;

const share = (of: number, among: number): string | undefined =>
  among === 0 ? undefined : (Math.round((of * 1_000_000) / among) / 10_000).toFixed(4);

const mean = (sum: number, count: number): string | undefined =>
  count === 0 ? undefined : (Math.round((sum * 10_000) / count) / 10_000).toFixed(4);

function span(pairs: readonly (readonly [string, string | null])[]): string | undefined {
  const spans = pairs
    .flatMap(([from, to]) => (to === null ? [] : [new Date(to).getTime() - new Date(from).getTime()]))
    .sort((a, b) => a - b);
  if (spans.length === 0) return undefined;
  const rank = (tenths: number) => spans[Math.ceil((spans.length * tenths) / 10) - 1] ?? 0;
  const whole = Math.floor(spans.reduce((sum, each) => sum + each, 0) / spans.length);
  return [spans.length, whole, rank(5), rank(9)].join(' ');
}

const RESOLVED = new Set(['RESOLVED', 'ADOPTED', 'ANSWERED']);
const VALID = new Set(['VALID', 'AT_FAULT']);
const REOPENING = new Set(['ROUND_STARTED', 'CASE_REOPENED', 'CASE_UNMERGED']);

function wasReopened({ case: { timeline } }: Listed): boolean {
  const closing = timeline.findIndex(({ type }) => type === 'CASE_CLOSED');
  return closing >= 0 && timeline.slice(closing).some(({ type }) => REOPENING.has(type));
}

const wasDisputed = ({ case: { timeline } }: Listed): boolean =>
  timeline.some(
    ({ type, details }) => type === 'CONSENT_RECORDED' && details.some(({ value }) => value === 'OBJECTED'),
  );

/** The first approval of a resolution; one that was rejected was decided as well. */
function decidedAt({ case: { resolutions } }: Listed): string | null {
  const approvals = resolutions.flatMap(({ state, decidedAt: at }) =>
    state === 'REJECTED' || at === null ? [] : [at],
  );
  return approvals.sort()[0] ?? null;
}

function sums(settlements: readonly Settled[]): Figures {
  const totals = new Map<string, bigint>();
  for (const { amount } of settlements)
    totals.set(amount.currency, (totals.get(amount.currency) ?? 0n) + BigInt(amount.minorUnits));
  return Object.fromEntries(
    [...totals].map(([currency, total]) => {
      const digits = total.toString().padStart(3, '0');
      return [`SETTLED_AMOUNT ${currency}`, `${digits.slice(0, -2)}.${digits.slice(-2)}`];
    }),
  );
}

/** Figures of some complaints, computed from what the services say of each; what has no figure is left out. */
export function recomputed(complaints: readonly Listed[]): Figures {
  const count = (isOne: (each: Listed) => boolean): number => complaints.filter(isOne).length;
  const closed = complaints.filter((each) => each.case.closedAt !== null);
  const clocks = complaints.flatMap((each) => each.case.clocks).filter(({ state }) => state === 'COMPLETED');
  const settlements = complaints.flatMap((each) => each.settlements);
  const followUps = complaints.flatMap((each) => each.case.followUps);
  const scores = followUps.flatMap(({ satisfaction: { result } }) => (result === null ? [] : [result]));
  const asked = followUps.filter(({ satisfied }) => satisfied !== null);
  const paid = settlements.filter(({ state }) => state === 'COMPLETED');
  const timely = closed.filter((each) => each.case.inTime !== null);
  const found = complaints.filter((each) => each.case.validity !== null);
  const isValid = (each: Listed) => VALID.has(each.case.validity ?? '');
  const all: Readonly<Record<string, string | number | undefined>> = {
    COMPLAINTS_RECEIVED: complaints.length,
    COMPLAINTS_VALID: count(isValid),
    COMPLAINTS_UNTIMELY: count((each) => each.case.inTime === false),
    COMPLAINTS_DISPUTED: count(wasDisputed),
    CASES_OPEN: complaints.length - closed.length,
    CASES_CLOSED: closed.length,
    COMPLAINANTS: new Set(complaints.map(({ customer }) => customer.id)).size,
    VALID_RATE: share(found.filter(isValid).length, found.length),
    REPEAT_RATE: share(
      count(({ repeat, raised }) => repeat || raised > 1),
      complaints.length,
    ),
    REOPEN_RATE: share(count(wasReopened), complaints.length),
    CLOSURE_RATE: share(closed.length, complaints.length),
    RESOLUTION_RATE: share(closed.filter((each) => RESOLVED.has(each.case.outcome ?? '')).length, closed.length),
    TIMELY_RATE: share(timely.filter((each) => each.case.inTime === true).length, timely.length),
    TIME_TO_ACKNOWLEDGEMENT: span(complaints.map((each) => [each.receivedAt, each.acknowledgedAt])),
    TIME_TO_FIRST_REPLY: span(complaints.map((each) => [each.receivedAt, each.case.firstReplyAt])),
    TIME_TO_DECISION: span(complaints.map((each) => [each.receivedAt, decidedAt(each)])),
    TIME_TO_CLOSING: span(complaints.map((each) => [each.receivedAt, each.case.closedAt])),
    STAGES_COMPLETED: clocks.length,
    DEADLINE_ATTAINMENT: share(
      clocks.filter(({ completedAt, dueAt }) => (completedAt ?? '') <= dueAt).length,
      clocks.length,
    ),
    STAGE_TIME: span(clocks.map(({ startedAt, completedAt }) => [startedAt, completedAt])),
    REPLIES_SENT: complaints.reduce((sum, each) => sum + each.case.replies.length, 0),
    FOLLOW_UPS: followUps.length,
    SATISFACTION_RATE: share(asked.filter(({ satisfied }) => satisfied === true).length, asked.length),
    SATISFACTION_WITH_RESULT: mean(
      scores.reduce((sum, each) => sum + each, 0),
      scores.length,
    ),
    SETTLEMENTS_PROPOSED: settlements.length,
    SETTLEMENTS_REFUSED: settlements.filter(({ state }) => ['REFUSED', 'REJECTED'].includes(state)).length,
    SETTLEMENTS_COMPLETED: paid.length,
    TIME_TO_SETTLEMENT: span(paid.map(({ createdAt, completedAt }) => [createdAt, completedAt])),
  };
  const known = Object.entries({ ...all, ...sums(paid) });
  return Object.fromEntries(known.flatMap(([name, value]) => (isNothing(value) ? [] : [[name, String(value)]])));
}

const isNothing = (value: string | number | undefined): boolean =>
  value === undefined || value === 0 || value === '0.0000';

/** What can be computed so; amounts are told by currency. */
const RECOMPUTABLE = [
  ...['COMPLAINTS_RECEIVED', 'COMPLAINTS_VALID', 'COMPLAINTS_UNTIMELY', 'COMPLAINTS_DISPUTED', 'CASES_OPEN'],
  ...['CASES_CLOSED', 'COMPLAINANTS', 'VALID_RATE', 'REPEAT_RATE', 'REOPEN_RATE', 'CLOSURE_RATE', 'RESOLUTION_RATE'],
  ...['TIMELY_RATE', 'TIME_TO_ACKNOWLEDGEMENT', 'TIME_TO_FIRST_REPLY', 'TIME_TO_DECISION', 'TIME_TO_CLOSING'],
  ...['STAGES_COMPLETED', 'DEADLINE_ATTAINMENT', 'STAGE_TIME', 'REPLIES_SENT', 'FOLLOW_UPS', 'SATISFACTION_RATE'],
  ...['SATISFACTION_WITH_RESULT', 'SETTLEMENTS_PROPOSED', 'SETTLEMENTS_REFUSED', 'SETTLEMENTS_COMPLETED'],
  ...['TIME_TO_SETTLEMENT', 'SETTLED_AMOUNT'],
];

const METRICS_AT_ONCE = 8;

interface Row {
  readonly keys: readonly { readonly value: string | null }[];
  readonly values: readonly { readonly metric: string; readonly value: string; readonly currency: string | null }[];
}

/** The same figures as analytics tells them, by the values of a dimension, or of all under an empty name. */
export async function told(person: Person, dimension?: string): Promise<Readonly<Record<string, Figures>>> {
  const by: Record<string, Record<string, string>> = {};
  for (let start = 0; start < RECOMPUTABLE.length; start += METRICS_AT_ONCE) {
    const metrics = RECOMPUTABLE.slice(start, start + METRICS_AT_ONCE).join(', ');
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
  return Object.fromEntries(
    Object.entries(by).map(([name, figures]) => [
      name,
      Object.fromEntries(Object.entries(figures).filter(([, value]) => !['0', '0.0000'].includes(value))),
    ]),
  );
}

import type { Person } from './act';

interface Amount {
  readonly minorUnits: string;
  readonly currency: string;
}

interface Clock {
  readonly stage: string;
  readonly state: string;
  readonly startedAt: string;
  readonly completedAt: string | null;
  readonly dueAt: string;
}

/** A line of an order of which goods may come back. */
export interface ListedReturnLine {
  readonly outcome: string | null;
  readonly postedAmount: Amount | null;
}

/** A settlement as finance lists it. */
export interface Settled {
  readonly state: string;
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly amount: Amount;
  readonly instrument: string;
  readonly return: { readonly state: string; readonly lines: readonly ListedReturnLine[] } | null;
}

/** A determination of who is responsible. */
export interface Determined {
  readonly responsible: string;
  readonly department: string | null;
  readonly loss: Amount | null;
}

interface FollowUp {
  readonly means: string;
  readonly satisfied: boolean | null;
  readonly satisfaction: Readonly<Record<'result' | 'expectation' | 'attitude' | 'efficiency', number | null>>;
}

interface Action {
  readonly kind: string;
  readonly state: string;
  readonly dueAt: string;
  readonly completedAt: string | null;
}

/** A complaint with everything that the services say of it themselves. */
export interface Listed {
  readonly id: string;
  readonly channel: string;
  readonly product: string | null;
  readonly region: string | null;
  readonly receivedAt: string;
  readonly acknowledgedAt: string;
  /** When its complainant was told that it has come in. */
  readonly acknowledgement: { readonly at: string | null } | null;
  readonly repeat: boolean;
  readonly raised: number;
  readonly customer: { readonly id: string };
  readonly onTheSpot: { readonly amount: Amount | null; readonly settledAt: string } | null;
  readonly case: {
    readonly outcome: string | null;
    readonly closedAt: string | null;
    readonly inTime: boolean | null;
    readonly firstReplyAt: string | null;
    readonly validity: string | null;
    readonly level: { readonly track: string } | null;
    readonly clocks: readonly Clock[];
    readonly extensions: readonly { readonly stage: string; readonly state: string }[];
    readonly levelHistory: readonly { readonly from: string | null; readonly level: string }[];
    readonly rounds: readonly { readonly path: string }[];
    readonly externalProceedings: readonly { readonly id: string }[];
    readonly overduePapers: readonly { readonly kind: string }[];
    readonly actions: readonly Action[];
    readonly responsibilities: readonly Determined[];
    readonly replies: readonly { readonly sentAt: string }[];
    readonly resolutions: readonly {
      readonly state: string;
      readonly decidedAt: string | null;
      readonly consent: { readonly decision: string } | null;
    }[];
    readonly timeline: readonly { readonly type: string; readonly stage: string | null }[];
    readonly followUps: readonly FollowUp[];
  };
  readonly settlements: readonly Settled[];
}

const AT_ONCE = 15;

/** What a page may cost leaves no room for all of it at once. */
const COMPLAINTS = [
  `id channel product region receivedAt acknowledgedAt acknowledgement { at } repeat raised customer { id }
   onTheSpot { amount { minorUnits currency } settledAt }
   case {
     outcome closedAt inTime firstReplyAt validity level { track }
     clocks { stage state startedAt completedAt dueAt } extensions { stage state }
     levelHistory { from level } rounds { path } externalProceedings { id } overduePapers { kind }
     actions { kind state dueAt completedAt } responsibilities { responsible department loss { minorUnits currency } }
     replies { sentAt } resolutions { state decidedAt consent { decision } }
     followUps { means satisfied satisfaction { result expectation attitude efficiency } }
     timeline(first: 100) { type stage }
   }`,
  `id settlements {
     state createdAt completedAt amount { minorUnits currency } instrument
     return { state lines { outcome postedAmount { minorUnits currency } } }
   }`,
].map(
  (selection) => `query List($after: String) { page: complaints(first: ${AT_ONCE}, after: $after) {
    nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
);

interface Page<Node> {
  readonly page: {
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** Everything on a list of the graph whose document calls it `page`. */
export async function allOf<Node>(person: Person, document: string, variables: object = {}): Promise<readonly Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { page }: Page<Node> = await person.read<Page<Node>>(document, { ...variables, after });
    all.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return all;
}

/** All complaints of the organisation, from the lists of intake, case handling and finance. */
export async function listed(person: Person): Promise<readonly Listed[]> {
  const [complaints = [], settled = []] = await Promise.all(
    COMPLAINTS.map((document) => allOf<Listed>(person, document)),
  );
  const settlements = new Map(settled.map((each) => [each.id, each.settlements]));
  return complaints.map((each) => {
    if (each.case.timeline.length >= 100) throw new Error('a timeline is longer than its list');
    return { ...each, settlements: settlements.get(each.id) ?? [] };
  });
}

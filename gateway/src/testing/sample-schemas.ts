const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requires", "@external", "@tag", "@authenticated"])\n';

/** A small subgraph in the shape of a real one. */
export interface SampleSubgraph {
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, unknown>>;
}

/** What a sample subgraph sees of a request. */
export interface SampleContext {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const caseOf = (complaintId: string) => ({ id: complaintId.replace('c', 'k'), stage: 'INVESTIGATION', level: 2 });

const intake: SampleSubgraph = {
  sdl: `${LINK}
    type Query {
      complaint(id: ID!): Complaint
      complaints(first: Int = 25): ComplaintConnection!
      complaintsById(ids: [ID!]!): [Complaint]!
      hits: [Hit!]!
      whoAmI: String
      fails(how: String!): String
      regulations: [String!]! @tag(name: "public")
      motto: Motto @tag(name: "public")
    }
    type Mutation { registerComplaint(title: String!): Complaint }
    type ComplaintConnection { nodes: [Complaint!]! }
    interface Numbered { number: String! }
    type Complaint implements Numbered @key(fields: "id") { id: ID! number: String! title: String! status: Status! }
    type Customer implements Numbered @key(fields: "id") { id: ID! number: String! name: String! }
    type Motto { text: String! author: String! @authenticated }
    union Hit = Complaint | Customer
    enum Status { OPEN CLOSED }`,
  resolvers: {
    Query: {
      complaint: (_: unknown, { id }: { id: string }) => (id === 'none' ? null : complaint(id)),
      complaints: (_: unknown, { first }: { first: number }) => ({
        nodes: Array.from({ length: first }, (_item, index) => complaint(`c${index}`)),
      }),
      complaintsById: (_: unknown, { ids }: { ids: string[] }) =>
        ids.map((id) => (id === 'none' ? null : complaint(id))),
      hits: () => [
        { __typename: 'Complaint', ...complaint('c1') },
        { __typename: 'Customer', id: 'p1', number: 'P-1', name: '张三' },
      ],
      whoAmI: (_: unknown, _arguments: unknown, { headers }: SampleContext) =>
        JSON.stringify([
          headers['authorization'],
          headers['accept-language'],
          headers['traceparent'],
          headers['x-request-id'],
        ]),
      fails: (_: unknown, { how }: { how: string }) => {
        throw new Error(how);
      },
      regulations: () => ['company-24h-3wd-7wd'],
      motto: () => ({ text: 'Redress.', author: 'somebody' }),
    },
    Mutation: { registerComplaint: (_: unknown, { title }: { title: string }) => ({ ...complaint('c9'), title }) },
    Complaint: { __resolveReference: async ({ id }: { id: string }) => complaint(id) },
  },
};

function complaint(id: string) {
  return { id, number: `N-${id}`, title: `title of ${id}`, status: 'OPEN' };
}

const cases: SampleSubgraph = {
  sdl: `${LINK}
    type Query { case(id: ID!): Case }
    type Subscription { caseChanged(times: Int = 2): Case! caseWatched: Case! }
    type Complaint @key(fields: "id") { id: ID! case: Case }
    type Case @key(fields: "id") { id: ID! stage: String! level: Int @shareable }`,
  resolvers: {
    Query: { case: (_: unknown, { id }: { id: string }) => caseOf(id) },
    Subscription: {
      caseChanged: {
        subscribe: async function* (_: unknown, { times }: { times: number }) {
          for (let index = 1; index <= times; index += 1) yield { caseChanged: caseOf(`c${index}`) };
          await Promise.resolve();
        },
      },
      caseWatched: {
        subscribe: async function* () {
          yield { caseWatched: caseOf('c1') };
          await new Promise(() => undefined);
        },
      },
    },
    Complaint: {
      __resolveReference: async ({ id }: { id: string }) => ({ id, case: id === 'c-without' ? null : caseOf(id) }),
    },
    Case: { __resolveReference: async ({ id }: { id: string }) => caseOf(id) },
  },
};

const finance: SampleSubgraph = {
  sdl: `${LINK}
    type Case @key(fields: "id") { id: ID! settlements: [Settlement!] level: Int @external total: String @requires(fields: "level") }
    type Settlement @key(fields: "id") { id: ID! amount: Money! }
    type Money @shareable { amount: String! currency: String! }`,
  resolvers: {
    Case: {
      __resolveReference: async ({ id, level }: { id: string; level?: number }) => ({
        id,
        total: `${id} at level ${level}`,
        settlements: ['1.00', '2.00'].map((amount) => ({
          id: `s-${id}-${amount}`,
          amount: { amount, currency: 'CNY' },
        })),
      }),
    },
  },
};

/** Three services that complete one another's objects. */
export const SAMPLE_SUBGRAPHS: Readonly<Record<string, SampleSubgraph>> = { intake, 'case-handling': cases, finance };

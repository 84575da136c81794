import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type Role } from '@redress/kernel';
import { eventually, sharedTestSystem, type GraphAnswer, type ReachedSystem } from '@redress/testkit';
import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import type { Person } from '../support/act';
import { generateRequests, type GeneratedRequest } from '../support/generated-requests';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';
import { anOrder, Story } from '../support/story';

const schema: GraphQLSchema = buildSchema(
  readFileSync(join(__dirname, '..', '..', 'gateway', 'schema.graphql'), 'utf8'),
  {
    assumeValid: true,
  },
);
/** Words that stand in the first organisation's data and nowhere else. */
const MARKS = [
  ...['Marked Kettle', 'marked words', 'marked@example.org', 'Marked Findings'],
  ...['Marked Unit', 'Marked Rules', 'Marked Action', 'Marked Account'],
];
const STAFF = [
  'agent',
  'handler',
  'supervisor',
  'finance',
  'manager',
  'analyst',
  'auditor',
  'admin',
  'customer',
] as const;
const AT_ONCE = 6;
const ALIASES_AT_ONCE = 15;
/** Each id is an alias, of which a document may have twenty. */
const IDS_AT_ONCE = 20;
/** With which the graph refuses a document before it looks at anything. */
const UNTRIED = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'LIMIT_EXCEEDED']);
const EVERYTHING = `query Everything {
  complaints(first: 100) { nodes { id version text customer { name } case { id version state settlements { id version state } } } }
  staffMembers(first: 100) { nodes { id } } adoptions { id } purchaseByOrderNumber(orderNumber: "SO-MARKED") { id lines { remaining { amount } } }
  changes(first: 100) { nodes { id position } }
}`;

const IN_THE_FEED = `query Known($number: String!) {
  changes(first: 100) { nodes { subject subjectVersion } }
  complaintByNumber(number: $number) { id version case { id version settlements { id version } } }
}`;

const SET_UP = `query SetUp {
  organisationUnits { nodes { id version label } }
  regulationDrafts { nodes { id version } }
  letters { nodes { id version state } }
  cases { nodes { actions { id state description } clocks { id state } papers { id } } }
  bankAccounts { id version } exports { nodes { id } }
  settlements { nodes { state payouts { id } papers { id kind } evidence { given { id } } } }
}`;

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('another organisation', () => {
  let system: ReachedSystem;
  let mine: Organisation;
  let theirs: Organisation;
  let ids: readonly string[];
  let texts: Readonly<Record<string, string>>;
  let number: string;

  beforeAll(async () => {
    system = await sharedTestSystem();
    [mine, theirs] = await Promise.all([foundOrganisation(system), foundOrganisation(system)]);
    const orderNumber = await anOrder(mine, 'SO-MARKED', '80.00');
    const story = await Story.begin(mine, {
      text: 'marked words',
      product: 'Marked Kettle',
      orderLine: { orderNumber, lineNumber: 1 },
      customer: { details: { name: 'Marked Customer', kind: 'CONSUMER', email: 'marked@example.org' } },
    });
    await story.investigated();
    await story.proposed({ orderNumber, lineNumber: 1, amount: '80.00' });
    await story.approvedAndReplied();
    await story.answered('ACCEPTED');
    await story.released();
    number = story.number;
    const found = JSON.stringify(
      await mine.people.admin.read(
        `query Ids($number: String!) {
      complaintByNumber(number: $number) { id customer { id } category { id } case { id settlements { id } resolutions { id } } }
      purchaseByOrderNumber(orderNumber: "SO-MARKED") { id }
      staffMembers { nodes { id } } adoptions { id }
    }`,
        { number: story.number },
      ),
    );
    ids = [...found.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id);
    texts = { number: story.number, orderNumber, search: 'marked' };
    await inTheFeed();
  }, 180_000);

  afterAll(() => system?.stop(), 60_000);

  /** The feed of changes hears of everything a moment later; what is compared must not grow by itself. */
  async function inTheFeed(): Promise<void> {
    interface Changed {
      readonly id: string;
      readonly version: number;
    }
    interface Known {
      readonly changes: { readonly nodes: readonly { readonly subject: string; readonly subjectVersion: number }[] };
      readonly complaintByNumber: Changed & { readonly case: Changed & { readonly settlements: readonly Changed[] } };
    }
    await eventually(
      async () => {
        const { changes, complaintByNumber: complaint } = await mine.people.admin.read<Known>(IN_THE_FEED, { number });
        const missing = [complaint, complaint.case, ...complaint.case.settlements].filter(
          ({ id, version }) =>
            !changes.nodes.some(({ subject, subjectVersion }) => subject === id && subjectVersion === version),
        );
        if (missing.length > 0) throw new Error(`the feed lacks ${JSON.stringify(missing)}`);
        return true;
      },
      { what: 'all that happened in the feed', timeoutMs: 60_000 },
    );
  }

  const everything = async (): Promise<string> => JSON.stringify(await mine.people.admin.read(EVERYTHING));

  /** All requests; with each role another id is the first of a batch, which is tried even where the role is refused. */
  const requests = (role?: Role): readonly GeneratedRequest[] => {
    const first = STAFF.findIndex((each) => each === role) + 1;
    const turned = [...ids.slice(first), ...ids.slice(0, first)];
    return generateRequests(schema, { ids: turned, texts }, { idsAtOnce: IDS_AT_ONCE });
  };

  it('has a request for every query and mutation of the schema', () => {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(new Set(requests().map(({ name }) => name))).toEqual(new Set(fields));
    expect(ids.length).toBeGreaterThan(8);
  });

  it('would be caught: the first organisation itself is shown its marks by the same requests', async () => {
    const reads = requests().filter(({ document }) => document.startsWith('query'));
    const shown = await leaksOfAll(reads, mine, 'admin');
    const marked = new Set(shown.map((leak) => leak.split(' by ')[1]));
    expect(shown.filter((leak) => leak.includes('was not tried'))).toEqual([]);
    for (const name of ['case', 'complaint', 'complaints', 'customer', 'purchase', 'settlement', 'staffMembers'])
      expect(marked).toContain(name);
  });

  it('is shown nothing and changes nothing with the ids of the first, in any role, by any query or mutation', async () => {
    const before = await everything();
    const leaks: string[] = [];
    // What they wrote themselves with the ids of the first comes back to them; so they ask before they write.
    for (const operation of ['query', 'mutation']) {
      for (const role of STAFF) {
        const some = requests(role).filter(({ document }) => document.startsWith(operation));
        leaks.push(...(await leaksOfAll(some, theirs, role)));
      }
    }
    expect(leaks).toEqual([]);
    expect(await everything()).toBe(before);
  }, 600_000);

  /** Several requests at once, as many as a person may send. */
  async function leaksOfAll(all: readonly GeneratedRequest[], { people }: Organisation, role: Role): Promise<string[]> {
    const leaks: string[] = [];
    const waiting = [...all];
    const send = async (): Promise<void> => {
      for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
        leaks.push(...(await leaksOf(request, people[role], role)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    return leaks;
  }

  async function leaksOf(request: GeneratedRequest, person: Person, role: string): Promise<string[]> {
    const { data, errors = [] } = await person.send(request.document, freshKeys(request.variables));
    const untried = errors.find(({ extensions }) => UNTRIED.has(String(extensions?.['code'])));
    const singly = request.singly();
    if ((data ?? null) === null && singly.length > 1 && !errors.every(refusesTheRole)) {
      // One id that fails may take the answers to the others of its batch with it.
      const each = await Promise.all(singly.map((one) => leaksOf(one, person, role)));
      return each.flat();
    }
    const text = JSON.stringify(data ?? null);
    const leaked = [...MARKS, ...(request.namesAnObject ? [] : ids)].filter((mark) => text.includes(mark));
    return [
      ...leaked.map((mark) => `${role} was shown ${mark} by ${request.name}`),
      ...(untried === undefined ? [] : [`${request.name} was not tried: ${untried.message}`]),
    ];
  }

  it('finds nothing of what an organisation sets up and a case leads to, in the roles that may ask for it', async () => {
    const further = await furtherIds();
    expect(further.length).toBeGreaterThan(5);
    const generated = generateRequests(schema, { ids: further, texts: {} }, { idsAtOnce: IDS_AT_ONCE }).filter(
      ({ namesAnObject }) => namesAnObject,
    );
    const before = await setUp();
    const leaks: string[] = [];
    for (const role of ['agent', 'finance', 'manager', 'admin'] as const) {
      leaks.push(...(await leaksOfAll(generated, theirs, role)));
    }
    expect(leaks).toEqual([]);
    expect(await setUp()).toBe(before);
  }, 600_000);

  const setUp = async (): Promise<string> => JSON.stringify(await mine.people.admin.read(SET_UP));

  /** Ids of an organisation unit, a draft, an action, clocks, letters and papers of a case. */
  async function furtherIds(): Promise<readonly string[]> {
    const { admin, supervisor } = mine.people;
    expectAccepted(
      await admin.act('registerUnit', { code: 'marked', label: 'Marked Unit', kind: 'DEPARTMENT', territories: [] }),
    );
    const { regulation } = await admin.read<{ regulation: { document: object } }>(
      '{ regulation(code: "company-24h-3wd-7wd") { document } }',
    );
    const own = { ...regulation.document, id: 'marked-rules', title: { zh: '标记', en: 'Marked Rules' } };
    expectAccepted(await admin.act('draftRegulation', { document: own }));
    const { caseByNumber } = await admin.read<{ caseByNumber: { id: string; version: number } }>(
      'query Case($number: String!) { caseByNumber(number: $number) { id version } }',
      { number },
    );
    expectAccepted(
      await supervisor.act('planAction', {
        ...{ caseId: caseByNumber.id, expectedVersion: caseByNumber.version, kind: 'CORRECTIVE' },
        ...{ description: 'Marked Action', owner: 'supervisor', dueAt: '2099-01-01T00:00:00.000Z' },
      }),
    );
    await setUpFinance();
    const found = JSON.stringify(await admin.read(SET_UP));
    return [...new Set([...found.matchAll(/"id":"([^"]+)"/g)].map(([, id = '']) => id))].filter(
      (id) => !ids.includes(id),
    );
  }

  /** A bank account, an export, and a settlement that is paid, with its payment and its papers. */
  async function setUpFinance(): Promise<void> {
    const { finance, manager, auditor } = mine.people;
    const account = { name: 'Marked Account', identifier: '6222 0000 1111 2222', currency: 'CNY' };
    expectAccepted(
      await manager.act('openBankAccount', { ...account, openingOn: '2026-01-01', responsible: 'finance-lead' }),
    );
    expectAccepted(await finance.act('startExport', { kind: 'SETTLEMENTS', format: 'CSV' }));
    type Settlements = { settlements: { nodes: { id: string; version: number; state: string; papers: unknown[] }[] } };
    const settlement = async () => {
      const document = '{ settlements { nodes { id version state papers { id } } } }';
      return (await auditor.read<Settlements>(document)).settlements.nodes[0];
    };
    const released = await settlement();
    expectAccepted(
      await finance.act('approveSettlement', { settlementId: released?.id, expectedVersion: released?.version }),
    );
    await eventually(
      async () => {
        const seen = await settlement();
        if (seen?.state !== 'COMPLETED' || seen.papers.length < 2) throw new Error(JSON.stringify(seen));
        return true;
      },
      { what: 'the settlement that is paid', timeoutMs: 60_000 },
    );
    // The case hears of it and closes by itself, which starts and stops its clocks.
    await eventually(
      async () => {
        type Further = { cases: { nodes: { state: string }[] }; letters: { nodes: object[] } };
        const seen = await auditor.read<Further>('{ cases { nodes { state } } letters { nodes { id } } }');
        const closed = seen.cases.nodes.every(({ state }) => state === 'CLOSED');
        if (!closed || seen.letters.nodes.length === 0) throw new Error(JSON.stringify(seen));
        return true;
      },
      { what: 'the case that is closed', timeoutMs: 60_000 },
    );
  }

  it('is answered about an entity of the first as about one that does not exist', async () => {
    const entities = Object.values(schema.getTypeMap()).filter(isObjectType);
    const fragments = entities
      .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
      .map((type) => {
        const field = Object.values(type.getFields()).find(
          ({ name, args }) => name !== 'id' && args.length === 0 && !name.startsWith('__'),
        );
        return `... on ${type.name} { ${type.name}: ${field?.name ?? 'id'} ${selectAny(field?.type.toString() ?? '')} }`;
      });
    const mineSeen = await nodesSeen(mine.people.admin, fragments, ids);
    const theirsSeen = await nodesSeen(theirs.people.admin, fragments, ids);
    expect(mineSeen.filter((node) => node !== null && JSON.stringify(node) !== '{}').length).toBeGreaterThan(3);
    const madeUp = ids.map((id) => {
      const [type = ''] = Buffer.from(id, 'base64url').toString().split(':');
      return Buffer.from(`${type}:${newId()}`).toString('base64url');
    });
    expect(theirsSeen).toEqual(await nodesSeen(theirs.people.admin, fragments, madeUp));
    const strict = await theirs.people.admin.send(
      'query Strict($id: ID!) { node(id: $id) { ... on Case { number } } }',
      {
        id: ids.find((id) => Buffer.from(id, 'base64url').toString().startsWith('Case:')),
      },
    );
    expect(strict.data).toEqual({ node: null });
    expect(strict.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(theirsSeen)).not.toMatch(/":"/);
  });
});

function selectAny(type: string): string {
  const named = schema.getType(type.replace(/[[\]!]/g, ''));
  return isObjectType(named) ? '{ __typename }' : '';
}

/** A role that may not ask is refused before any id is looked at, so that the other ids of a batch would fare the same. */
function refusesTheRole({ extensions, path }: NonNullable<GraphAnswer['errors']>[number]): boolean {
  return extensions?.['code'] === 'FORBIDDEN' && path?.length === 1;
}

/** Every call gets a key of its own, so that no answer is a replay. */
function freshKeys(variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const isInput = typeof value === 'object' && value !== null && 'idempotencyKey' in value;
      return [name, isInput ? { ...value, idempotencyKey: crypto.randomUUID() } : value];
    }),
  );
}

/** What is found under the ids, asked for some types at a time: a document may have only so many aliases. */
async function nodesSeen(person: Person, fragments: readonly string[], ids: readonly string[]): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let start = 0; start < fragments.length; start += ALIASES_AT_ONCE) {
    const some = fragments.slice(start, start + ALIASES_AT_ONCE).join(' ');
    const { data, errors } = await person.send(`query Nodes($ids: [ID!]!) { nodes(ids: $ids) { ${some} } }`, { ids });
    const refused = errors?.filter(({ extensions }) => extensions?.['code'] !== 'NOT_FOUND') ?? [];
    expect(refused).toEqual([]);
    seen.push(...((data?.['nodes'] ?? []) as unknown[]));
  }
  return seen;
}

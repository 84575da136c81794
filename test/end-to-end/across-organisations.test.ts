import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@redress/kernel';
import { eventually, sharedTestSystem, type ReachedSystem } from '@redress/testkit';
import { buildSchema } from 'graphql';
import { personWith, type Person } from '../support/act';
import { generateRequests } from '../support/generated-requests';
import { expectAccepted, foundOrganisation, type Organisation } from '../support/organisation';

interface Value {
  readonly value: string | null;
}
interface Across {
  readonly organisations: readonly {
    readonly organisation: string;
    readonly asOf: { readonly position: string; readonly complete: boolean } | null;
    readonly totals: { readonly values: readonly Value[] } | null;
    readonly userErrors: readonly { readonly code: string; readonly message: string }[];
  }[];
  readonly rows: readonly {
    readonly organisation: string;
    readonly keys: readonly Value[];
    readonly values: readonly Value[];
  }[];
  readonly together: readonly { readonly keys: readonly Value[]; readonly values: readonly Value[] }[] | null;
  readonly totals: { readonly values: readonly Value[] } | null;
  readonly time: string | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const ACROSS = `query Across($query: MetricsQueryInput!, $organisations: [ID!], $asOf: [OrganisationAsOfInput!]) {
  metricsAcross(query: $query, organisations: $organisations, asOf: $asOf) {
    organisations { organisation asOf { position complete } totals { values { value } } userErrors { code message } }
    rows { organisation keys { value } values { value } } together { keys { value } values { value } }
    totals { values { value } } time userErrors { code }
  } }`;
const QUERY = {
  ...{ metrics: ['COMPLAINTS_RECEIVED', 'COMPLAINANTS'], groupBy: ['PRODUCT'], totals: true },
  window: { from: '2026-10-01T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z' },
};
const PRODUCT = 'Marked Kettle';
/** Words of complaints, which no figure has. */
const MARKS = ['marked words', 'Marked Customer', 'marked@example.org'];
const ROLES = ['customer', 'agent', 'handler', 'supervisor', 'finance', 'manager', 'analyst', 'auditor', 'admin'];
const AT_ONCE = 6;
const schema = buildSchema(readFileSync(join(__dirname, '..', '..', 'gateway', 'schema.graphql'), 'utf8'), {
  assumeValid: true,
});

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('an operator of several organisations', () => {
  let system: ReachedSystem;
  let first: Organisation;
  let second: Organisation;
  let operator: Person;
  let nowhere: string;

  beforeAll(async () => {
    system = await sharedTestSystem();
    [first, second] = await Promise.all([foundOrganisation(system), foundOrganisation(system)]);
    nowhere = `org-${newId().slice(-12)}`;
    operator = await operatorOf(first.tenant, second.tenant);
    await Promise.all([registered(first, 5), registered(second, 6)]);
    await eventually(
      async () => {
        const seen = (await across(operator)).rows.map(({ values }) => values[0]?.value).sort();
        if (seen.join() !== '5,6') throw new Error(`${seen.join()} are counted`);
        return true;
      },
      { what: 'all complaints in the figures', timeoutMs: 60_000 },
    );
  }, 180_000);
  afterAll(() => system?.stop(), 60_000);

  const operatorOf = async (...operates: readonly string[]): Promise<Person> =>
    personWith(system, await system.tokenFor({ operates }));

  async function registered(organisation: Organisation, complaints: number): Promise<void> {
    for (let count = 1; count <= complaints; count += 1) {
      expectAccepted(
        await organisation.people.agent.act('registerComplaint', {
          ...{ channel: 'PHONE', categoryCode: 'product-quality', text: 'marked words', product: PRODUCT },
          receivedAt: `2026-10-0${count}T12:00:00.000Z`,
          customer: {
            details: { name: `Marked Customer ${count}`, kind: 'CONSUMER', email: `${count}-marked@example.org` },
          },
        }),
      );
    }
  }

  const across = async (person: Person, more: object = {}): Promise<Across> =>
    (await person.read<{ metricsAcross: Across }>(ACROSS, { query: QUERY, ...more })).metricsAcross;

  it('is told the figures that each organisation has, and what they come to', async () => {
    const answer = await across(operator);
    const own = await Promise.all(
      [first, second].map(async ({ tenant, people }) => {
        const document =
          'query Own($query: MetricsQueryInput!) { metrics(query: $query) { rows { values { value } } } }';
        const { metrics } = await people.analyst.read<{ metrics: { rows: object[] } }>(document, { query: QUERY });
        return metrics.rows.map((row) => ({ organisation: tenant, keys: [{ value: PRODUCT }], ...row }));
      }),
    );
    const byName = own.flat().sort((one, other) => (one.organisation < other.organisation ? -1 : 1));
    expect(answer.rows).toEqual(byName);
    // People of two organisations cannot be told apart, so that they are not counted together.
    expect(answer.together).toEqual([{ keys: [{ value: PRODUCT }], values: [{ value: '11' }, { value: null }] }]);
    expect(answer.totals).toEqual({ values: [{ value: '11' }, { value: null }] });
  });

  it('has the same answer again after more has happened', async () => {
    const before = await across(operator);
    expectAccepted(
      await first.people.agent.act('registerComplaint', {
        ...{ channel: 'PHONE', categoryCode: 'product-quality', text: 'marked words', product: PRODUCT },
        receivedAt: '2026-10-09T12:00:00.000Z',
        customer: { details: { name: 'Marked Customer', kind: 'CONSUMER', email: 'marked@example.org' } },
      }),
    );
    await eventually(
      async () => {
        if ((await across(operator)).totals?.values[0]?.value !== '12') throw new Error('it is not counted');
        return true;
      },
      { what: 'one complaint more', timeoutMs: 60_000 },
    );
    const asOf = before.organisations.map(({ organisation, asOf: at }) => ({ organisation, ...at }));
    const query = { ...QUERY, asOf: { time: before.time } };
    expect(JSON.stringify(await across(operator, { query, asOf }))).toBe(JSON.stringify(before));
  });

  it('is refused by name an organisation that the token does not name, and one that nobody knows', async () => {
    const organisations = [first.tenant, second.tenant, nowhere];
    const answer = await across(await operatorOf(first.tenant, nowhere), { organisations });
    expect(answer.rows.map(({ organisation }) => organisation)).toEqual([first.tenant]);
    const refusals = new Map(answer.organisations.map(({ organisation, userErrors }) => [organisation, userErrors]));
    expect(refusals.get(first.tenant)).toEqual([]);
    expect(refusals.get(second.tenant)).toMatchObject([{ code: 'ANALYTICS_ORGANISATION_NOT_OPERATED' }]);
    expect(refusals.get(second.tenant)?.[0]?.message).toContain(second.tenant);
    expect(refusals.get(nowhere)).toMatchObject([{ code: 'ANALYTICS_ORGANISATION_UNKNOWN' }]);
  });

  it('is refused too many organisations, a position without one, and whatever would tell of single people', async () => {
    const codes = async (more: object) => (await across(operator, more)).userErrors.map(({ code }) => code);
    const many = Array.from({ length: 51 }, (_, place) => `org-${place}`);
    expect(await codes({ organisations: many })).toEqual(['ANALYTICS_TOO_MANY_ORGANISATIONS']);
    expect(await codes({ query: { ...QUERY, asOf: { position: '1' } } })).toEqual([
      'ANALYTICS_POSITION_OF_ONE_ORGANISATION',
    ]);
    expect(await codes({ query: { metrics: ['ACTS'], groupBy: ['STAFF'] } })).toEqual(['ANALYTICS_ABOUT_STAFF']);
    const window = { from: '2026-10-01T00:00:00.000Z', to: '2026-10-04T00:00:00.000Z' };
    const few = await across(operator, { query: { ...QUERY, window } });
    expect(few.rows).toEqual([]);
    expect(few.organisations.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
      ...['ANALYTICS_TOO_FEW', 'ANALYTICS_TOO_FEW'],
    ]);
  });

  it('is nobody of an organisation, whatever its role', async () => {
    for (const role of ROLES as readonly (keyof Organisation['people'])[]) {
      const { data, errors } = await first.people[role].send(ACROSS, { query: QUERY, organisations: [first.tenant] });
      expect([data ?? null, errors?.map(({ extensions }) => extensions?.['code'])]).toEqual([null, ['FORBIDDEN']]);
    }
  });

  it('is shown nothing else of an organisation, and changes nothing, by any query or mutation', async () => {
    const { complaints } = await first.people.admin.read<{
      complaints: { nodes: { id: string; number: string; case: { id: string } | null }[] };
    }>('{ complaints(first: 1) { nodes { id number case { id } } } }');
    const [complaint] = complaints.nodes;
    const ids = [complaint?.id ?? '', complaint?.case?.id ?? ''].filter((id) => id !== '');
    const texts = { number: complaint?.number ?? '', search: 'marked' };
    const shown: string[] = [];
    const waiting = [
      ...generateRequests(schema, { ids, texts }, { depth: 0 }).filter(({ document }) => document.startsWith('query')),
      ...generateRequests(schema, { ids: ids.slice(-1), texts }, { depth: 0 }).filter(({ document }) =>
        document.startsWith('mut'),
      ),
    ].filter(({ name }) => name !== 'metricsAcross');
    expect(waiting.length).toBeGreaterThan(200);
    const send = async (): Promise<void> => {
      for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
        const { data } = await operator.send(request.document, request.variables);
        const text = JSON.stringify(data ?? null);
        const isOpen = OPEN_TO_ALL.has(request.name);
        const leaked = [...MARKS, PRODUCT, first.tenant, complaint?.number ?? ''].some((mark) => text.includes(mark));
        if (leaked || (!isOpen && Object.values(data ?? {}).some(isSomething))) shown.push(`${request.name}: ${text}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    expect(shown).toEqual([]);
  }, 240_000);
});

/** What everybody may ask, with a token or without: the texts of regulations, which are nobody’s data. */
const OPEN_TO_ALL = new Set(['regulations']);

/** Whether an answer has anything in it: `nodes` answers one null for each id. */
const isSomething = (value: unknown): boolean => (Array.isArray(value) ? value.some(isSomething) : value !== null);

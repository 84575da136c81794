import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, startTestSystem, type TestSystem } from '@redress/testkit';
import { buildSchema, isEnumType } from 'graphql';
import { ENDS, generateComplaints } from '../support/generated-complaints';
import type { Person } from '../support/act';
import { listedBooks, type ListedBooks } from '../support/listed-books';
import { listed, type Listed } from '../support/listed-complaints';
import { foundAllOrganisations } from '../support/organisations-of-all-ends';
import { recomputed, type Figures } from '../support/recomputed-figures';
import { OF_BOOKS, OF_COMPLAINTS, ON_NO_LIST, told, toldOfAccounts } from '../support/told-figures';

const TOP = join(__dirname, '..', '..');
const COMMANDS = join(TOP, 'services', 'analytics', 'dist', 'facts');
const SEED = 20_261_122;
const DIMENSIONS = [
  ['CHANNEL', ({ channel }: Listed) => channel],
  ['PRODUCT', ({ product }: Listed) => product ?? ''],
  ['REGION', ({ region }: Listed) => region ?? ''],
  ['OUTCOME', ({ case: { outcome } }: Listed) => outcome ?? ''],
] as const;

const ORGANISATIONS = ['company', 'affairs', 'market', 'maker', 'centre', 'branch', 'rental'] as const;

/** How many are made, each to the next of all ends; more of them by the environment. */
const COMPLAINTS = Number(process.env['REDRESS_PROOF_COMPLAINTS'] ?? Object.keys(ENDS).length);
const TIMEOUT_MS = 240_000 + COMPLAINTS * 2_000;

/** An organisation whose figures are looked at. */
interface Looked {
  readonly tenant: string;
  readonly person: Person;
}

/** Whatever was made is known to analytics once what it tells equals what the lists come to. */
async function agreed({
  person,
}: Looked): Promise<{ complaints: readonly Listed[]; books: ListedBooks; all: Figures }> {
  return eventually(
    async () => {
      const [complaints, books] = [await listed(person), await listedBooks(person)];
      const now = new Date().toISOString();
      expect(unnoticed(complaints, now)).toEqual([]);
      const all = recomputed(complaints, now, books);
      expect(await told(person, [...OF_COMPLAINTS, ...OF_BOOKS])).toEqual({ '': all });
      expect(await toldOfAccounts(person)).toEqual(books.balances);
      return { complaints, books, all };
    },
    { timeoutMs: 120_000 + COMPLAINTS * 200, intervalMs: 1_000, what: 'figures that agree with the lists' },
  );
}

/** Stages of open cases that ran out of time and have not been noticed yet, which happens by itself a moment later. */
const unnoticed = (complaints: readonly Listed[], now: string): readonly string[] =>
  complaints.flatMap(({ id, case: { closedAt, clocks, timeline } }) =>
    clocks.flatMap(({ stage, state, dueAt }) => {
      const noticed = timeline.some((entry) => entry.type === 'STAGE_OVERDUE' && entry.stage === stage);
      return closedAt === null && state === 'RUNNING' && dueAt < now && !noticed ? [`${stage} of ${id}`] : [];
    }),
  );

/** The names of figures that are something; spans of time beside their count. */
const sayingSomething = (figures: Figures): readonly string[] =>
  Object.entries(figures).flatMap(([name, figure]) => {
    const [first = '', ...spans] = figure.split(' ');
    return (spans.length === 0 ? [first] : spans).some((each) => Number(each) !== 0) ? [name] : [];
  });

function by(complaints: readonly Listed[], key: (each: Listed) => string) {
  const now = new Date().toISOString();
  const groups = new Map<string, Listed[]>();
  for (const each of complaints) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return Object.fromEntries([...groups].map(([name, group]) => [name, recomputed(group, now)]));
}

// A wait has a minute and more on a slow machine, and a test may have several.
jest.setTimeout(180_000);

describe('figures of complaints that came to all their ends', () => {
  let system: TestSystem;
  let organisations: Readonly<Record<(typeof ORGANISATIONS)[number], Looked>>;
  const seen = new Set<string>();
  let ofCompany: readonly Listed[];

  beforeAll(async () => {
    system = await startTestSystem();
    const founded = await foundAllOrganisations(system);
    const { company, ...stages } = founded;
    const looked = Object.entries(stages).map(
      ([name, { cast }]) => [name, { tenant: cast.tenant, person: cast.of('manager').person }] as const,
    );
    organisations = {
      ...(Object.fromEntries(looked) as Record<keyof typeof stages, Looked>),
      company: { tenant: company.tenant, person: company.people.manager },
    };
    const made = generateComplaints(founded, COMPLAINTS, SEED);
    made.catch(() => undefined);
    // What was taken in and not yet acknowledged comes again.
    await system.kill('analytics');
    await system.kill('analytics');
    await made;
  }, TIMEOUT_MS);

  afterAll(() => system?.stop(), 60_000);

  it('leave no metric aside that a list comes to', () => {
    const schema = buildSchema(readFileSync(join(TOP, 'gateway', 'schema.graphql'), 'utf8'), { assumeValid: true });
    const names = schema.getType('MetricName');
    const known = isEnumType(names) ? names.getValues().map(({ name }) => name) : [];
    expect([...OF_COMPLAINTS, ...OF_BOOKS, ...Object.keys(ON_NO_LIST)].sort()).toEqual([...known].sort());
  });

  it.each(ORGANISATIONS)(
    'of the %s equal those that the lists of the services come to, to the cent and the millisecond',
    async (name) => {
      const { complaints, all } = await agreed(organisations[name]);
      if (name === 'company') ofCompany = complaints;
      for (const metric of sayingSomething(all)) seen.add(metric.split(' ')[0] ?? '');
      for (const { outcome } of complaints.map((each) => each.case)) seen.add(`outcome ${outcome ?? ''}`);
      for (const { state, instrument } of complaints.flatMap((each) => each.settlements))
        if (state === 'COMPLETED') seen.add(`paid as ${instrument}`);
    },
    TIMEOUT_MS,
  );

  it('are of all kinds', () => {
    // A figure that is nought or none everywhere would agree whatever analytics does.
    expect([...OF_COMPLAINTS, ...OF_BOOKS].filter((metric) => !seen.has(metric))).toEqual([]);
    const outcomes = ['', 'RESOLVED', 'WITHDRAWN', 'NOT_ESTABLISHED', 'MERGED', 'FORWARDED', 'REFUSED'];
    const instruments = ['REFUND', 'PRICE_REDUCTION', 'ALLOWANCE', 'COMPENSATION', 'AGREEMENT_SURRENDER', 'GOODWILL'];
    const expected = [
      ...outcomes.map((outcome) => `outcome ${outcome}`),
      ...[...instruments, 'STORE_CREDIT', 'REPAIR', 'EXCHANGE', 'RETURN'].map((kind) => `paid as ${kind}`),
    ];
    expect(expected.filter((each) => !seen.has(each))).toEqual([]);
  });

  it('are told of what is on no list as well', async () => {
    const { company, rental } = organisations;
    const { POSTED_AMOUNT: _, ...others } = ON_NO_LIST;
    const names = Object.keys(others);
    // Only who has opening hours knows how much of a stage was working time.
    const figures = await Promise.all([company, rental].map(({ person }) => told(person, names)));
    const something = new Set(figures.flatMap((each) => sayingSomething(each[''] ?? {})));
    expect([...something].sort()).toEqual([...names].sort());
    expect(Object.keys(await toldOfAccounts(company.person)).length).toBeGreaterThan(1);
  });

  it.each(DIMENSIONS)(
    'equal them by %s as well',
    async (dimension, key) => {
      const { person } = organisations.company;
      let complaints = ofCompany;
      await eventually(
        async () => {
          const all = await told(person, OF_COMPLAINTS, dimension);
          try {
            expect(all).toEqual(by(complaints, key));
          } catch (error) {
            // Time goes on: a stage may have run out of it since the lists were read.
            complaints = await listed(person);
            throw error;
          }
          return true;
        },
        { timeoutMs: 60_000, intervalMs: 1_000, what: 'figures that agree with the lists' },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'are the same from facts that were made anew while the system runs, and the facts verify',
    async () => {
      const { tenant } = organisations.company;
      const command = (name: string) =>
        promisify(execFile)(process.execPath, [join(COMMANDS, `${name}.main.js`), tenant], {
          env: { ...process.env, REDRESS_DATABASE_URL: system.databaseUrl('analytics') },
        });
      const equal = { tenantId: tenant, equal: true };
      expect(JSON.parse((await command('verify')).stdout)).toMatchObject({ ...equal, generation: 1 });
      const { generation } = JSON.parse((await command('rebuild')).stdout) as { generation: number };
      expect(generation).toBeGreaterThan(1);
      expect(JSON.parse((await command('verify')).stdout)).toMatchObject({ ...equal, generation });
      await agreed(organisations.company);
    },
    TIMEOUT_MS,
  );
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually, startTestSystem, type TestSystem } from '@redress/testkit';
import { generateComplaints } from '../support/generated-complaints';
import { foundOrganisation, type Organisation } from '../support/organisation';
import { listed, recomputed, told, type Listed } from '../support/recomputed-figures';

const COMMANDS = join(__dirname, '..', '..', 'services', 'analytics', 'dist', 'facts');
const SEED = 20_261_122;
const DIMENSIONS = [
  ['CHANNEL', ({ channel }: Listed) => channel],
  ['PRODUCT', ({ product }: Listed) => product ?? ''],
  ['REGION', ({ region }: Listed) => region ?? ''],
] as const;

/** How many complaints are made; more of them by the environment. */
const COMPLAINTS = Number(process.env['REDRESS_PROOF_COMPLAINTS'] ?? 150);

function by(complaints: readonly Listed[], key: (each: Listed) => string) {
  const groups = new Map<string, Listed[]>();
  for (const each of complaints) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return Object.fromEntries([...groups].map(([name, group]) => [name, recomputed(group)]));
}

describe('figures of complaints that came to all their ends', () => {
  let system: TestSystem;
  let organisation: Organisation;
  let complaints: readonly Listed[];

  beforeAll(async () => {
    system = await startTestSystem();
    organisation = await foundOrganisation(system);
    const made = generateComplaints(organisation, COMPLAINTS, SEED);
    made.catch(() => undefined);
    // What was taken in and not yet acknowledged comes again.
    await system.kill('analytics');
    await system.kill('analytics');
    await made;
  }, 900_000);

  afterAll(() => system?.stop(), 60_000);

  /** Whatever was made is known to analytics once what it tells of all complaints equals what they come to. */
  const agrees = async (): Promise<void> => {
    await eventually(
      async () => {
        complaints = await listed(organisation.people.manager);
        expect(await told(organisation.people.manager)).toEqual({ '': recomputed(complaints) });
        return true;
      },
      { timeoutMs: 120_000, intervalMs: 1_000, what: 'figures that agree with the lists' },
    );
  };

  it('equal those that the lists of the services come to, to the cent and the millisecond', async () => {
    await agrees();
    const figures = recomputed(complaints);
    for (const metric of ['COMPLAINTS_DISPUTED', 'SETTLED_AMOUNT CNY', 'SETTLEMENTS_REFUSED', 'SATISFACTION_RATE'])
      expect(figures).toHaveProperty(metric);
    const outcomes = new Set(complaints.map((each) => each.case.outcome));
    expect([...outcomes]).toEqual(expect.arrayContaining([null, 'RESOLVED', 'WITHDRAWN', 'NOT_ESTABLISHED', 'MERGED']));
  }, 240_000);

  it.each(DIMENSIONS)(
    'equal them by %s as well',
    async (dimension, key) => {
      expect(await told(organisation.people.manager, dimension)).toEqual(by(complaints, key));
    },
    120_000,
  );

  it('tell of the books what the books say', async () => {
    const { trialBalance } = await organisation.people.auditor.read<{
      trialBalance: {
        accounts: { account: string; debit: { minorUnits: string }; credit: { minorUnits: string } }[];
      };
    }>('{ trialBalance(currency: "CNY") { accounts { account debit { minorUnits } credit { minorUnits } } } }');
    const inBooks = trialBalance.accounts
      .map(({ account, debit, credit }): [string, bigint] => [
        account,
        BigInt(debit.minorUnits) - BigInt(credit.minorUnits),
      ])
      .filter(([, amount]) => amount !== 0n);
    expect(inBooks.length).toBeGreaterThan(1);
    const { metrics } = await organisation.people.auditor.read<{
      metrics: { rows: { keys: [{ value: string }]; values: { value: string }[] }[] };
    }>(
      '{ metrics(query: { metrics: [POSTED_AMOUNT], groupBy: [ACCOUNT] }) { rows { keys { value } values { value } } } }',
    );
    const inFigures = metrics.rows
      .map(({ keys, values }): [string, bigint] => [keys[0].value, BigInt((values[0]?.value ?? '0').replace('.', ''))])
      .filter(([, amount]) => amount !== 0n);
    expect(Object.fromEntries(inFigures)).toEqual(Object.fromEntries(inBooks));
  }, 60_000);

  it('are the same from facts that were made anew while the system runs, and the facts verify', async () => {
    const command = (name: string) =>
      promisify(execFile)(process.execPath, [join(COMMANDS, `${name}.main.js`), organisation.tenant], {
        env: { ...process.env, REDRESS_DATABASE_URL: system.databaseUrl('analytics') },
      });
    const equal = { tenantId: organisation.tenant, equal: true };
    expect(JSON.parse((await command('verify')).stdout)).toMatchObject({ ...equal, generation: 1 });
    const { generation } = JSON.parse((await command('rebuild')).stdout) as { generation: number };
    expect(generation).toBeGreaterThan(1);
    expect(JSON.parse((await command('verify')).stdout)).toMatchObject({ ...equal, generation });
    await agrees();
  }, 240_000);
});

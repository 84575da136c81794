import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { eventually } from '@redress/testkit';
import type { Pool } from 'mysql2/promise';
import { median, quantile } from '../figures/distribution';
import { DASHBOARD, SLICES, type Tile } from '../stage/figure-questions';
import type { Organisation } from '../stage/organisation';
import { barePool } from '../stage/row-copies';
import { seedFacts } from '../stage/seeded-facts';
import { schemaOf, type Stage } from '../stage/stage';
import type { Finding, Surroundings } from './measure';

/** Sizes are in thousands of complaints; a million and five take minutes to seed and to copy. */
const SIZES = (process.env['BENCHMARK_THOUSANDS'] ?? '500').split(',').map((text) => Number(text) * 1_000);
const ROUNDS = { system: 30, rowwise: 3, columnar: 10 };
const AIM_RATIO = 15;

interface Times {
  readonly system: readonly number[];
  readonly rowwise: readonly number[];
  readonly columnar: readonly number[];
}

interface Bare {
  readonly pool: Pool;
  readonly columns: DuckDBConnection;
}

/** Boards and free slices through the gateway, beside plain SQL on the facts and a bare column store. */
export async function measureAnalytics({ stage, say }: Surroundings): Promise<Finding> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const bare = { pool: barePool(stage.databaseUrl, schemaOf('analytics'), 2), columns: await instance.connect() };
  const found: (readonly [number, ReadonlyMap<string, Times>])[] = [];
  try {
    for (const size of SIZES) found.push([size, await timesOf(stage, bare, size, say)]);
  } finally {
    await bare.pool.end();
    bare.columns.closeSync();
    instance.closeSync();
  }
  return finding(found);
}

async function timesOf(
  stage: Stage,
  bare: Bare,
  size: number,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, Times>> {
  const organisation = await stage.found(`analytics-${size}`);
  const since = performance.now();
  await seedFacts(bare.pool, bare.columns, organisation.tenant, size);
  say(`  ${size} complaints seeded in ${seconds(since)} s`);
  const copied = performance.now();
  await eventually(() => copiedAll(stage, organisation, size), { timeoutMs: 1_200_000, intervalMs: 500 });
  say(`  copied in ${seconds(copied)} s`);
  const times = new Map<string, Times>();
  const boards: (readonly [string, readonly Tile[]])[] = [
    ['board of twelve tiles', DASHBOARD],
    ...Object.entries(SLICES).map(([name, tile]) => [name, [tile]] as const),
  ];
  for (const [name, tiles] of boards) {
    const each = await timed(stage, organisation, bare, tiles);
    times.set(name, each);
    say(`  ${name}: ${shown(each)}`);
  }
  return times;
}

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(0);

const shown = ({ system, rowwise, columnar }: Times): string =>
  `p50 ${median(system).toFixed(1)} ms, p95 ${quantile(system, 0.95).toFixed(1)} ms; ` +
  `plain SQL ${median(rowwise).toFixed(0)} ms (${(median(rowwise) / median(system)).toFixed(1)} times); ` +
  `column store alone ${median(columnar).toFixed(1)} ms`;

interface Told {
  readonly extensions: { readonly engine: string } | null;
  readonly rows: readonly { readonly values: readonly { readonly value: string }[] }[];
  readonly userErrors: readonly unknown[];
}

const document = (tiles: number): string =>
  `query Board(${Array.from({ length: tiles }, (_, index) => `$q${index}: MetricsQueryInput!`).join(', ')}) {
    ${Array.from({ length: tiles }, (_, index) => `t${index}: metrics(query: $q${index}) { extensions { engine } rows { keys { value } values { value } } userErrors { code } }`).join('\n')} }`;

async function ask({ graph }: Stage, { tokens }: Organisation, queries: readonly object[]): Promise<readonly Told[]> {
  const variables = Object.fromEntries(queries.map((query, index) => [`q${index}`, query]));
  const told = await graph.ask<Record<string, Told>>(document(queries.length), variables, tokens.analyst);
  return Object.values(told);
}

/** Whether everything that was seeded is told, and by the copy. */
async function copiedAll(stage: Stage, organisation: Organisation, size: number): Promise<boolean> {
  const [told] = await ask(stage, organisation, [{ metrics: ['COMPLAINTS_RECEIVED'] }]);
  return told?.extensions?.engine !== 'facts' && Number(told?.rows[0]?.values[0]?.value) >= size;
}

async function timed(stage: Stage, organisation: Organisation, bare: Bare, tiles: readonly Tile[]): Promise<Times> {
  const queries = tiles.map(({ query }) => query);
  const system = await timesFor(ROUNDS.system, async () => {
    const told = await ask(stage, organisation, queries);
    const refused = told.filter(({ userErrors, rows }) => userErrors.length > 0 || rows.length === 0);
    if (refused.length > 0) throw new Error(`not told: ${JSON.stringify(refused)}`);
  });
  const rowwise = await timesFor(ROUNDS.rowwise, async () => {
    for (const { rowwise: sql } of tiles) await bare.pool.query(sql, [organisation.tenant]);
  });
  const columnar = await timesFor(ROUNDS.columnar, async () => {
    for (const { columnar: sql } of tiles) await bare.columns.runAndReadAll(sql);
  });
  return { system, rowwise, columnar };
}

/** How long each round took, after one that is not counted. */
async function timesFor(rounds: number, work: () => Promise<void>): Promise<readonly number[]> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return times;
}

function finding(found: readonly (readonly [number, ReadonlyMap<string, Times>])[]): Finding {
  const largest = [...(found.at(-1)?.[1].values() ?? [])];
  const ratios = largest.map(({ system, rowwise }) => median(rowwise) / median(system));
  const ratio = median(ratios);
  return {
    title: `Figures of ${found.at(-1)?.[0].toLocaleString('en')} complaints: a board and four free slices, p50`,
    unit: ' ms',
    system: median(largest.map(({ system }) => median(system))),
    floor: median(largest.map(({ rowwise }) => median(rowwise))),
    ratio,
    aim: `${AIM_RATIO} times faster than plain SQL`,
    met: ratio >= AIM_RATIO,
    method:
      'Questions through the gateway, one request at a time, a board as one operation with twelve figures; every answer holds for everything that was committed before it. ' +
      'Beside them the same as plain SQL on the facts in MariaDB, and as plain SQL on a column store that holds the same rows and does nothing else. ' +
      'The ratio is how many times longer the plain SQL on MariaDB takes, in the median of the questions.',
    more: found.flatMap(([size, times]) =>
      [...times].map(([name, each]) => [`${size.toLocaleString('en')}: ${name}`, shown(each)] as const),
    ),
  };
}

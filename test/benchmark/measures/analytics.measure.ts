import { DuckDBInstance } from '@duckdb/node-api';
import { eventually } from '@redress/testkit';
import type { RowDataPacket } from 'mysql2/promise';
import { median } from '../figures/distribution';
import type { Organisation } from '../stage/organisation';
import { barePool } from '../stage/row-copies';
import { SEEDED_SPAN, seedFacts } from '../stage/seeded-facts';
import { schemaOf, type Stage } from '../stage/stage';
import type { Finding, Surroundings } from './measure';
import { ask, gainOf, p95Of, QUESTIONS, shown, timed, type Asked, type Bare, type Times } from './timed-questions';

/** Sizes are in thousands of complaints; a million and five take minutes to seed and to copy. */
const SIZES = (process.env['BENCHMARK_THOUSANDS'] ?? '500').split(',').map((text) => Number(text) * 1_000);
const ROUNDS = { system: 30, rowwise: 3, columnar: 10 };
/** Plain SQL on so many rows takes minutes a round. */
const MANY = 2_000_000;
const FILLED_WITHIN_MS = 1_800_000;
const AIM_RATIO = 15;

interface Measured {
  readonly size: number;
  readonly times: ReadonlyMap<Asked, Times>;
  /** How long it took until there was something to ask, in words. */
  readonly readied: string;
}

/** Boards, free slices and pages of cases through the gateway, beside plain SQL on the facts and a bare column store. */
export async function measureAnalytics({ stage, say }: Surroundings): Promise<Finding> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const bare = { pool: barePool(stage.databaseUrl, schemaOf('analytics'), 2), columns: await instance.connect() };
  const found: Measured[] = [];
  try {
    for (const size of SIZES) found.push(await measured(stage, bare, size, say));
  } finally {
    await bare.pool.end();
    bare.columns.closeSync();
    instance.closeSync();
  }
  return finding(found);
}

async function measured(stage: Stage, bare: Bare, size: number, say: (line: string) => void): Promise<Measured> {
  const organisation = await stage.found(`analytics-${size}`);
  const since = performance.now();
  await seedFacts(bare.pool, bare.columns, organisation.tenant, size);
  const seeded = seconds(since);
  say(`  ${size} complaints seeded in ${seeded}`);
  const filled = performance.now();
  const waiting = (engine: string) => answeredBy(stage, organisation, engine).then(() => seconds(filled));
  const [copied, totalled] = await Promise.all([waiting('duckdb'), waiting('rollup')]);
  await allThere(stage, organisation, size);
  const rows = await totalRows(bare, organisation.tenant);
  const readied = `seeded in ${seeded}; copied in ${copied} and ${rows} rows of totals filled in ${totalled}, both at once`;
  say(`  ${readied}`);
  const rounds = size > MANY ? { ...ROUNDS, rowwise: 1 } : ROUNDS;
  const times = new Map<Asked, Times>();
  for (const asked of QUESTIONS) {
    const known = [...times].find(([{ tiles }]) => tiles === asked.tiles)?.[1];
    const each = await timed(stage, organisation, bare, asked, rounds, known);
    times.set(asked, each);
    say(`  ${asked.name}: ${shown(each, asked.aimMs)}`);
  }
  return { size, times, readied };
}

async function totalRows({ pool }: Bare, tenant: string): Promise<string> {
  const [rows] = await pool.query<RowDataPacket[]>('SELECT COUNT(*) AS rows_kept FROM rollup WHERE tenant_id = ?', [
    tenant,
  ]);
  return Number(rows[0]?.['rows_kept']).toLocaleString('en');
}

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(0)} s`;

/** Only the totals know this without looking at complaints, and only a copy the other; both are cheap to ask for. */
const ASKED_OF: Readonly<Record<string, readonly string[]>> = { rollup: [], duckdb: ['DEPARTMENT', 'REGION'] };
const LAST_HOUR = { from: new Date(SEEDED_SPAN.to.getTime() - 3_600_000), to: SEEDED_SPAN.to };

async function answeredBy(stage: Stage, organisation: Organisation, engine: string): Promise<void> {
  const query = { metrics: ['COMPLAINTS_RECEIVED'], groupBy: ASKED_OF[engine] ?? [], window: LAST_HOUR };
  await eventually(
    async () => {
      const [told] = await ask(stage, organisation, 'manager', [{ query }]);
      return told?.extensions?.engine === engine;
    },
    { what: `an answer by ${engine}`, timeoutMs: FILLED_WITHIN_MS, intervalMs: 500 },
  );
}

async function allThere(stage: Stage, organisation: Organisation, size: number): Promise<void> {
  const [told] = await ask(stage, organisation, 'manager', [{ query: { metrics: ['COMPLAINTS_RECEIVED'] } }]);
  const counted = Number(told?.rows?.[0]?.values[0]?.value);
  if (counted !== size) throw new Error(`the figures count ${counted} of ${size} complaints`);
}

function growthOf(found: readonly Measured[], asked: Asked): string {
  const [first] = found;
  const base = first?.times.get(asked);
  return found
    .map(({ size, times }) => {
      const each = times.get(asked);
      if (each === undefined || base === undefined) return '';
      return `${size.toLocaleString('en')}: ${p95Of(each).toFixed(1)} ms (${(p95Of(each) / p95Of(base)).toFixed(2)})`;
    })
    .join(', ');
}

function finding(found: readonly Measured[]): Finding {
  const largest = [...(found.at(-1)?.times ?? [])];
  const ratio = median(largest.map(([, times]) => gainOf(times)));
  const missed = largest.filter(([{ aimMs }, times]) => p95Of(times) >= aimMs);
  return {
    title: `Figures of ${found.at(-1)?.size.toLocaleString('en')} complaints: two boards, four free slices, a page of cases, p50`,
    unit: ' ms',
    system: median(largest.map(([, { system }]) => median(system))),
    floor: median(largest.map(([, { rowwise }]) => median(rowwise))),
    ratio,
    aim: `${AIM_RATIO} times faster than plain SQL; p95 of a manager's board under 50 ms, of all else under 200 ms`,
    met: ratio >= AIM_RATIO && missed.length === 0,
    method:
      'Questions through the gateway, one request at a time, a board as one operation with twelve figures; every answer holds for everything that was committed before it. ' +
      'A manager’s board comes from totals that are kept beside the facts; figures for an analyst are held back where fewer than five people are behind them, and come from the columnar copy; where such groups make the answer a refusal, a manager is asked instead. ' +
      'Beside them the same as plain SQL on the facts in MariaDB, and as plain SQL on a column store that holds the same rows and does nothing else. ' +
      'The ratio is how many times longer the plain SQL on MariaDB takes, in the median of the questions. ' +
      `Rounds after a warm-up: ${ROUNDS.system} of the system, ${ROUNDS.columnar} of the column store, ${ROUNDS.rowwise} of plain SQL; above ${MANY.toLocaleString('en')} complaints plain SQL is asked once, without a warm-up.`,
    more: [
      ...found.flatMap(({ size, times, readied }) => [
        [`${size.toLocaleString('en')}: made ready`, readied] as const,
        ...[...times].map(
          ([asked, each]) => [`${size.toLocaleString('en')}: ${asked.name}`, shown(each, asked.aimMs)] as const,
        ),
      ]),
      ...(found.length > 1 ? QUESTIONS : []).map(
        (asked) => [`growth of p95, ${asked.name}`, growthOf(found, asked)] as const,
      ),
    ],
  };
}

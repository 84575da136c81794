import type { DuckDBConnection } from '@duckdb/node-api';
import type { Pool } from 'mysql2/promise';
import { median, quantile } from '../figures/distribution';
import { PAGE_BEHIND, SLICES, DASHBOARD, type Tile } from '../stage/figure-questions';
import type { Organisation } from '../stage/organisation';
import type { Stage } from '../stage/stage';

const BOARD_AIM_MS = 50;
const SLICE_AIM_MS = 200;
const TOO_FEW = 'ANALYTICS_TOO_FEW';

/** What is asked in one operation, by whom, and within which time nineteen of twenty answers should be there. */
export interface Asked {
  readonly name: string;
  readonly by: 'manager' | 'analyst';
  readonly tiles: readonly Tile[];
  readonly aimMs: number;
}

/** Everything that is asked. The board of an analyst is the same to plain SQL as that of a manager. */
export const QUESTIONS: readonly Asked[] = [
  { name: 'board of twelve tiles, for a manager', by: 'manager', tiles: DASHBOARD, aimMs: BOARD_AIM_MS },
  { name: 'board of twelve tiles, for an analyst', by: 'analyst', tiles: DASHBOARD, aimMs: SLICE_AIM_MS },
  ...Object.entries(SLICES).map(([name, tile]) => ({
    ...{ name, by: 'analyst' as const, tiles: [tile], aimMs: SLICE_AIM_MS },
  })),
  { name: 'page of the cases behind a cell', by: 'manager', tiles: [PAGE_BEHIND], aimMs: SLICE_AIM_MS },
];

/** How often each side is asked. */
export interface Rounds {
  readonly system: number;
  readonly rowwise: number;
  readonly columnar: number;
}

/** How long each round took, in milliseconds. */
export interface Times {
  readonly system: readonly number[];
  readonly rowwise: readonly number[];
  readonly columnar: readonly number[];
  /** Who was told in the end. */
  readonly by: Asked['by'];
  /** What answered in the system, where the answer tells. */
  readonly engines: readonly string[];
}

/** Where the same is asked by hand. */
export interface Bare {
  readonly pool: Pool;
  readonly columns: DuckDBConnection;
}

/** An answer to a question, as far as it is looked at. */
interface Told {
  readonly extensions?: { readonly engine: string } | null;
  readonly rows?: readonly { readonly values: readonly { readonly value: string | null }[] }[];
  readonly cases?: { readonly nodes: readonly unknown[] } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

const METRICS = 'extensions { engine } rows { keys { value } values { value } }';
const BEHIND = 'values { value } cases(first: 25) { nodes { at complaint { id } } }';

function operationOf(tiles: readonly Pick<Tile, 'cell'>[]): string {
  const [declared, fields] = [
    tiles.map(({ cell }, index) => `$q${index}: ${cell === undefined ? 'MetricsQueryInput' : 'MetricCellInput'}!`),
    tiles.map(({ cell }, index) =>
      cell === undefined
        ? `t${index}: metrics(query: $q${index}) { ${METRICS} userErrors { code } }`
        : `t${index}: casesBehind(cell: $q${index}) { ${BEHIND} userErrors { code } }`,
    ),
  ];
  return `query Board(${declared.join(', ')}) { ${fields.join('\n')} }`;
}

/** Asks the graph for tiles in one operation. */
export async function ask(
  { graph }: Stage,
  { tokens }: Organisation,
  by: Asked['by'],
  tiles: readonly Pick<Tile, 'query' | 'cell'>[],
): Promise<readonly Told[]> {
  const variables = Object.fromEntries(tiles.map(({ query, cell }, index) => [`q${index}`, cell ?? query]));
  return Object.values(await graph.ask<Record<string, Told>>(operationOf(tiles), variables, tokens[by]));
}

/** Asks through the gateway, and the same by hand, round after round; `known` spares the times by hand that are known. */
export async function timed(
  stage: Stage,
  organisation: Organisation,
  bare: Bare,
  { by: first, tiles }: Asked,
  rounds: Rounds,
  known: Times | undefined,
): Promise<Times> {
  // Few complaints have small groups, of which an analyst is told nothing.
  const probed = await ask(stage, organisation, first, tiles);
  const by = probed.some(({ userErrors }) => userErrors.some(({ code }) => code === TOO_FEW)) ? 'manager' : first;
  const engines = new Set<string>();
  const system = await timesFor(rounds.system, true, async () => {
    for (const told of await ask(stage, organisation, by, tiles)) {
      if (told.userErrors.length > 0 || told.rows?.length === 0) throw new Error(`not told: ${JSON.stringify(told)}`);
      if (told.extensions) engines.add(told.extensions.engine);
    }
  });
  if (known !== undefined) return { ...known, system, by, engines: [...engines] };
  const rowwise = await timesFor(rounds.rowwise, rounds.rowwise > 1, async () => {
    for (const { rowwise: sql } of tiles) await bare.pool.query(sql, [organisation.tenant]);
  });
  const columnar = await timesFor(rounds.columnar, true, async () => {
    for (const { columnar: sql } of tiles) await bare.columns.runAndReadAll(sql);
  });
  return { system, rowwise, columnar, by, engines: [...engines] };
}

/** How long each round took, after one that is not counted where there is to be a warm-up. */
async function timesFor(rounds: number, warmUp: boolean, work: () => Promise<void>): Promise<readonly number[]> {
  if (warmUp) await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return times;
}

/** How many times longer plain SQL on the facts takes. */
export const gainOf = ({ system, rowwise }: Times): number => median(rowwise) / median(system);

export const p95Of = ({ system }: Times): number => quantile(system, 0.95);

/** The times in a line. */
export function shown(times: Times, aimMs: number): string {
  const p95 = p95Of(times);
  const told = times.engines.length === 0 ? '' : `, told by ${[...times.engines].sort().join(' and ')}`;
  return (
    `p50 ${median(times.system).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (aim ${aimMs}: ${p95 < aimMs ? 'met' : 'missed'}), asked by ${times.by}${told}; ` +
    `plain SQL ${median(times.rowwise).toFixed(0)} ms (${gainOf(times).toFixed(1)} times); ` +
    `column store alone ${median(times.columnar).toFixed(1)} ms`
  );
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'mysql2/promise';
import { processorTimeOf } from '../figures/processor-time';
import { secondsFor } from '../figures/workers';
import { importRows } from '../stage/complaint-inputs';
import type { Organisation } from '../stage/organisation';
import { barePool } from '../stage/row-copies';
import { schemaOf, type Stage } from '../stage/stage';
import type { Finding, Surroundings } from './measure';
import { noticedByBareStatements } from './noticed-rows';

const OPEN = 9_000;
const DUE = 1_000;
const BATCH = 200;
const IN_FLIGHT = 4;
const DAY_MS = 86_400_000;
/** Until the clocks run out; more than it takes to open the cases. */
const LEAD_MS = 20_000;
const AIM_SECONDS = 5;

const CLOCKS = 'SELECT COUNT(*) AS count FROM stage_clock WHERE tenant_id = ? AND stage = ?';
const NOTICED = 'SELECT COUNT(*) AS count FROM stage_clock WHERE tenant_id = ? AND overdue_noticed_at IS NOT NULL';

/** A thousand clocks that run out in the same moment, among ten thousand open cases, beside the rows that this leaves. */
export async function measureClocks({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('clocks');
  const pool = barePool(stage.databaseUrl, schemaOf('case-handling').replace('-', '_'), 1);
  try {
    await register(stage, organisation, 50, OPEN, new Date());
    await untilCount(pool, CLOCKS, [organisation.tenant, 'acceptance'], OPEN);
    const dueAt = Date.now() + LEAD_MS;
    await register(stage, organisation, 51, DUE, new Date(dueAt - DAY_MS));
    await untilCount(pool, CLOCKS, [organisation.tenant, 'acceptance'], OPEN + DUE);
    if (Date.now() > dueAt) throw new Error('the cases were not open before their clocks ran out');
    await sleep(dueAt - Date.now());
    const time = await processorTimeOf(stage.pids, () => untilCount(pool, NOTICED, [organisation.tenant], DUE));
    const seconds = (Date.now() - dueAt) / 1000;
    say(`  clocks: ${DUE} noticed within ${seconds.toFixed(2)} s`);
    const floor = await noticedByBareStatements(stage.databaseUrl, organisation.tenant, IN_FLIGHT);
    return finding(seconds, floor, time);
  } finally {
    await pool.end();
  }
}

function finding(seconds: number, floor: number, time: Readonly<Record<string, number>>): Finding {
  const each = Object.entries(time)
    .filter(([, ms]) => ms / DUE >= 0.005)
    .map(([name, ms]) => `${name} ${(ms / DUE).toFixed(2)}`);
  return {
    title: 'Clocks that run out at once',
    unit: '/s',
    system: DUE / seconds,
    floor,
    ratio: DUE / seconds / floor,
    aim: `${DUE} within ${AIM_SECONDS} s`,
    met: seconds < AIM_SECONDS,
    method:
      `${OPEN + DUE} open cases, of which ${DUE} have a clock that runs out in the same moment. The time runs from that moment until the last of them is noticed, with its ` +
      'entry in the history and its event, so it includes up to a second until the worker looks. Floor: the very rows that this left in 5 tables, inserted and updated by bare ' +
      'mysql2, a hundred cases in a transaction, one statement a table, as many transactions at once.',
    more: [
      ['until the last was noticed', `${seconds.toFixed(2)} s`],
      ['core-milliseconds a clock, by process', each.join(', ')],
    ],
  };
}

async function register(
  { graph }: Stage,
  { tokens }: Organisation,
  seed: number,
  count: number,
  receivedAt: Date,
): Promise<void> {
  const rows = importRows(seed, count).map((row) => ({
    ...row,
    receivedAt: receivedAt.toISOString(),
    channel: 'PHONE',
    history: undefined,
  }));
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
  await secondsFor(batches, IN_FLIGHT, async (batch) => {
    const input = { source: 'benchmark', rows: batch };
    const { created } = await graph.act<{ created: number }>('importComplaints', input, 'created', tokens.admin);
    if (created !== batch.length) throw new Error(`${created} of ${batch.length} rows were entered`);
  });
}

async function untilCount(pool: Pool, sql: string, params: readonly string[], wanted: number): Promise<void> {
  for (;;) {
    const [rows] = await pool.query(sql, [...params]);
    const [{ count } = { count: '0' }] = rows as { readonly count: string }[];
    if (Number(count) >= wanted) return;
    await sleep(20);
  }
}

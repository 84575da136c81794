import { processorTimeOf } from '../figures/processor-time';
import { secondsFor } from '../figures/workers';
import { importRows } from '../stage/complaint-inputs';
import type { Organisation } from '../stage/organisation';
import { allCounted } from '../stage/quiet';
import { barePool, emptyCopy, insertInOneTransaction } from '../stage/row-copies';
import { schemaOf, type Stage } from '../stage/stage';
import { IMPORT_TABLES, importedRows } from './imported-rows';
import type { Finding, Surroundings } from './measure';

const WARM_UP = 1_000;
const ROWS = 6_000;
/** As the importer sends them: what fits into a request, and a few requests at once. */
const BATCH = 200;
const IN_FLIGHT = 4;
const AIM = 1_000;

/** What the importer asks for. */
const ANSWER = 'created existed refused results { row status userErrors { message path } }';

/** Rows taken over through the bulk mutation, beside the insertion of the same rows many at a time. */
export async function measureImport({ stage, say }: Surroundings): Promise<Finding> {
  const warmUp = await stage.found('import-warm');
  await take(stage, warmUp, 40, WARM_UP);
  await allCounted(stage, warmUp, WARM_UP);

  const organisation = await stage.found('import');
  const since = performance.now();
  let seconds = 0;
  const time = await processorTimeOf(stage.pids, async () => {
    seconds = await take(stage, organisation, 41, ROWS);
  });
  say(`  import: ${(ROWS / seconds).toFixed(0)} rows/s`);
  await allCounted(stage, organisation, ROWS);
  const untilCounted = (performance.now() - since) / 1000;

  const floor = await bareInserts(stage, organisation.tenant);
  const each = Object.entries(time)
    .filter(([, ms]) => ms / ROWS >= 0.005)
    .map(([name, ms]) => `${name} ${(ms / ROWS).toFixed(2)}`);
  return {
    title: 'Import of complaints',
    unit: ' rows/s',
    system: ROWS / seconds,
    floor,
    ratio: ROWS / seconds / floor,
    aim: `above ${AIM} rows/s`,
    met: ROWS / seconds > AIM,
    method:
      `${ROWS} rows of closed history in the shape of the importer’s CFPB mapping, ${BATCH} in a call of \`importComplaints\`, ${IN_FLIGHT} calls at once, through the gateway; ` +
      'meanwhile the other services open, close and count the cases. Floor: the very rows that this left in intake’s tables, inserted into an empty copy by bare mysql2, ' +
      'the same number of complaints in a transaction, one statement a table, as many transactions at once.',
    more: [
      [
        'until the figures count every row, from the first call',
        `${untilCounted.toFixed(1)} s (${(ROWS / untilCounted).toFixed(0)} rows/s)`,
      ],
      ['core-milliseconds a row while importing, by process', each.join(', ')],
    ],
  };
}

async function take({ graph }: Stage, { tokens }: Organisation, seed: number, count: number): Promise<number> {
  const rows = importRows(seed, count);
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
  return secondsFor(batches, IN_FLIGHT, async (batch) => {
    const input = { source: 'benchmark', rows: batch };
    const { created } = await graph.act<{ created: number }>('importComplaints', input, ANSWER, tokens.admin);
    if (created !== batch.length) throw new Error(`${created} of ${batch.length} rows were entered`);
  });
}

async function bareInserts({ databaseUrl }: Stage, tenant: string): Promise<number> {
  const schema = schemaOf('floor_import');
  const setUp = barePool(databaseUrl, schemaOf('intake'), 1);
  const pool = barePool(databaseUrl, schema, IN_FLIGHT);
  try {
    await emptyCopy(setUp, schemaOf('intake'), schema, IMPORT_TABLES);
    const batches = await importedRows(setUp, tenant, BATCH);
    const complaints = batches.reduce((sum, rows) => sum + (rows.get('complaint')?.length ?? 0), 0);
    return complaints / (await secondsFor(batches, IN_FLIGHT, (rows) => insertInOneTransaction(pool, rows)));
  } finally {
    await Promise.all([setUp.end(), pool.end()]);
  }
}

import type { Pool } from 'mysql2/promise';
import { median, quantile } from '../figures/distribution';
import { processorTimeOf, type ProcessorTime } from '../figures/processor-time';
import { secondsFor } from '../figures/workers';
import { complaintInputs } from '../stage/complaint-inputs';
import { whileFollowersHoldStill } from '../stage/held-still';
import { allCounted } from '../stage/quiet';
import { barePool, emptyCopy, insertInOneTransaction, type RowSet } from '../stage/row-copies';
import { CONNECTIONS, schemaOf, type Stage } from '../stage/stage';
import { registeredRows, REGISTRATION_TABLES } from './registered-rows';
import type { Finding, Surroundings } from './measure';

const ROUNDS = 3;
const WARM_UP = 1_200;
const A_ROUND = 500;
const FLOOR_SCHEMA = schemaOf('floor');

const ANSWER = 'complaint { id number } acknowledgement { number acknowledgedAt dueDates { stage dueAt } }';

interface Round {
  readonly system: Run;
  readonly alone: Run;
  readonly floor: Run;
}

interface Run {
  readonly aSecond: number;
  readonly latencies: readonly number[];
  /** Core-milliseconds of one registration by process. */
  readonly time: ProcessorTime;
}

/** Registrations through the gateway beside the insertion of the same rows, in turns. */
export async function measureRegistration({ stage, say }: Surroundings): Promise<Finding> {
  const rounds: Round[] = [];
  const floor = barePool(stage.databaseUrl, FLOOR_SCHEMA, CONNECTIONS);
  const intake = barePool(stage.databaseUrl, schemaOf('intake'), 1);
  try {
    await emptyCopy(intake, schemaOf('intake'), FLOOR_SCHEMA, REGISTRATION_TABLES);
    await counted(stage, 'register-0', WARM_UP);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const tenant = `register-${round}`;
      const system = await counted(stage, tenant, A_ROUND);
      const rows = await registeredRows(intake, tenant);
      const alone = await counted(stage, `${tenant}-alone`, A_ROUND, whileFollowersHoldStill);
      const bare = await inserted(stage, floor, rows);
      rounds.push({ system, alone, floor: bare });
      say(`  registration, round ${round}: ${system.aSecond.toFixed(0)}/s, floor ${bare.aSecond.toFixed(0)}/s`);
    }
  } finally {
    await Promise.all([floor.end(), intake.end()]);
  }
  return finding(rounds);
}

type Manner = (stage: Stage, work: () => Promise<Run>) => Promise<Run>;

/** Registers in a tenant of its own, so that its rows can be told apart, and waits until the figures count them all. */
async function counted(
  stage: Stage,
  tenant: string,
  count: number,
  manner: Manner = (_stage, work) => work(),
): Promise<Run> {
  const organisation = await stage.found(tenant);
  const run = await manner(stage, () =>
    runOf(stage, complaintInputs(count, count), (input) =>
      stage.graph.act('registerComplaint', input, ANSWER, organisation.tokens.agent),
    ),
  );
  await allCounted(stage, organisation, count);
  return run;
}

async function inserted(stage: Stage, pool: Pool, rows: readonly RowSet[]): Promise<Run> {
  // What comes first only opens the connections and warms the caches.
  const warmUp = Math.floor(rows.length / 5);
  await secondsFor(rows.slice(0, warmUp), CONNECTIONS, (row) => insertInOneTransaction(pool, row));
  return runOf(stage, rows.slice(warmUp), (row) => insertInOneTransaction(pool, row));
}

async function runOf<Task>(
  { pids }: Stage,
  tasks: readonly Task[],
  perform: (task: Task) => Promise<unknown>,
): Promise<Run> {
  const latencies: number[] = [];
  let seconds = 0;
  const time = await processorTimeOf({ ...pids, client: process.pid }, async () => {
    seconds = await secondsFor(tasks, CONNECTIONS, async (task) => {
      const since = performance.now();
      await perform(task);
      latencies.push(performance.now() - since);
    });
  });
  const each = Object.entries(time).map(([name, ms]) => [name, ms / tasks.length] as const);
  return { aSecond: tasks.length / seconds, latencies, time: Object.fromEntries(each) };
}

function finding(rounds: readonly Round[]): Finding {
  const ratios = rounds.map(({ system, floor }) => system.aSecond / floor.aSecond);
  const alone = rounds.map((round) => round.alone.aSecond / round.floor.aSecond);
  const latencies = rounds.flatMap(({ system }) => system.latencies);
  const ratio = median(ratios);
  return {
    title: `Register a complaint, ${CONNECTIONS} connections`,
    unit: '/s',
    system: median(rounds.map(({ system }) => system.aSecond)),
    floor: median(rounds.map(({ floor }) => floor.aSecond)),
    ratio,
    aim: 'half the floor’s rate or better',
    met: ratio >= 0.5,
    method:
      '`registerComplaint` with a new customer each, through the gateway; meanwhile the other services open the cases and count them on the same processors. ' +
      `Floor: the very rows that these registrations left in intake’s ${REGISTRATION_TABLES.length} tables, ` +
      'inserted into an empty copy of the tables by bare mysql2, one transaction a complaint, as many connections. ' +
      `Median of ${ROUNDS} rounds of ${A_ROUND}, system and floor in turns. The same was measured while the three services that only ` +
      'follow by events were held still, which is how it would be if they ran on other machines.',
    more: [
      ['ratio in each round', listed(ratios)],
      ['ratio in each round while the followers are held still', listed(alone)],
      [
        'answered within, p50 and p99',
        `${quantile(latencies, 0.5).toFixed(1)} ms, ${quantile(latencies, 0.99).toFixed(1)} ms`,
      ],
      ['core-milliseconds a registration, by process', timesOf(rounds.map(({ system }) => system.time))],
      ['of the floor', timesOf(rounds.map(({ floor }) => floor.time))],
    ],
  };
}

function listed(values: readonly number[]): string {
  return values.map((value) => value.toFixed(2)).join(', ');
}

/** The median of each process over the rounds, without those that did next to nothing. */
function timesOf(times: readonly ProcessorTime[]): string {
  return Object.keys(times[0] ?? {})
    .map((name) => ({ name, ms: median(times.map((time) => time[name] ?? 0)) }))
    .filter(({ ms }) => ms >= 0.05)
    .map(({ name, ms }) => `${name} ${ms.toFixed(2)}`)
    .join(', ');
}

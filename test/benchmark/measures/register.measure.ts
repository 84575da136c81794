import { median, quantile } from '../figures/distribution';
import { processorTimeOf, type ProcessorTime } from '../figures/processor-time';
import { secondsFor } from '../figures/workers';
import { complaintInputs } from '../stage/complaint-inputs';
import type { Organisation } from '../stage/organisation';
import { allCounted } from '../stage/quiet';
import { barePool, emptyCopy, insertInOneTransaction } from '../stage/row-copies';
import { CONNECTIONS, schemaOf, type Stage } from '../stage/stage';
import { registeredRows, REGISTRATION_TABLES } from './registered-rows';
import type { Finding, Surroundings } from './measure';

const ROUNDS = 3;
const WARM_UP = 600;
const A_ROUND = 600;
const FLOOR_SCHEMA = schemaOf('floor');

const ANSWER = 'complaint { id number } acknowledgement { number acknowledgedAt dueDates { stage dueAt } }';

/** Registrations through the gateway beside the insertion of the same rows, in turns. */
export async function measureRegistration({ stage, say }: Surroundings): Promise<Finding> {
  const rounds = { system: [] as number[], floor: [] as number[], ratio: [] as number[] };
  const latencies: number[] = [];
  const time: Record<string, number> = {};
  const pool = barePool(stage.databaseUrl, FLOOR_SCHEMA, CONNECTIONS);
  const setUp = barePool(stage.databaseUrl, schemaOf('intake'), 1);
  try {
    await emptyCopy(setUp, schemaOf('intake'), FLOOR_SCHEMA, REGISTRATION_TABLES);
    for (let round = 0; round <= ROUNDS; round += 1) {
      // A tenant of its own for each round, so that its rows can be told apart; the first round only warms up.
      const organisation = await stage.found(`register-${round}`);
      const run = await registerAll(stage, organisation, round, round === 0 ? WARM_UP : A_ROUND);
      await allCounted(stage, organisation, run.count);
      const rows = await registeredRows(setUp, organisation.tenant);
      const floor = rows.length / (await secondsFor(rows, CONNECTIONS, (row) => insertInOneTransaction(pool, row)));
      if (round === 0) continue;
      rounds.system.push(run.aSecond);
      rounds.floor.push(floor);
      rounds.ratio.push(run.aSecond / floor);
      latencies.push(...run.latencies);
      for (const [name, ms] of Object.entries(run.time)) time[name] = (time[name] ?? 0) + ms;
      say(`  registration, round ${round}: ${run.aSecond.toFixed(0)}/s beside ${floor.toFixed(0)}/s`);
    }
  } finally {
    await Promise.all([pool.end(), setUp.end()]);
  }
  return finding(rounds, latencies, time);
}

interface Run {
  readonly count: number;
  readonly aSecond: number;
  readonly latencies: readonly number[];
  readonly time: ProcessorTime;
}

async function registerAll(stage: Stage, { tokens }: Organisation, seed: number, count: number): Promise<Run> {
  const latencies: number[] = [];
  let seconds = 0;
  const time = await processorTimeOf(stage.pids, async () => {
    seconds = await secondsFor(complaintInputs(seed, count), CONNECTIONS, async (input) => {
      const since = performance.now();
      await stage.graph.act('registerComplaint', input, ANSWER, tokens.agent);
      latencies.push(performance.now() - since);
    });
  });
  return { count, aSecond: count / seconds, latencies, time };
}

function finding(
  rounds: { system: number[]; floor: number[]; ratio: number[] },
  latencies: readonly number[],
  time: ProcessorTime,
): Finding {
  const ratio = median(rounds.ratio);
  const each = Object.entries(time)
    .filter(([, ms]) => ms / (ROUNDS * A_ROUND) >= 0.05)
    .map(([name, ms]) => `${name} ${(ms / (ROUNDS * A_ROUND)).toFixed(2)}`);
  return {
    title: `Register a complaint, ${CONNECTIONS} connections`,
    unit: '/s',
    system: median(rounds.system),
    floor: median(rounds.floor),
    ratio,
    aim: 'half the floor’s rate or better',
    met: ratio >= 0.5,
    method:
      '`registerComplaint` with a new customer each, through the gateway; meanwhile the other services open the cases and count them on the same processors. ' +
      `Floor: the very rows that these registrations left in intake’s ${REGISTRATION_TABLES.length} tables, ` +
      'inserted into an empty copy of the tables by bare mysql2, one transaction a complaint, as many connections. ' +
      `Median of ${ROUNDS} rounds of ${A_ROUND}, system and floor in turns.`,
    more: [
      ['answered within, p50', `${quantile(latencies, 0.5).toFixed(1)} ms`],
      ['answered within, p99', `${quantile(latencies, 0.99).toFixed(1)} ms`],
      ['ratio in each round', rounds.ratio.map((value) => value.toFixed(2)).join(', ')],
      ['core-milliseconds a registration, by process', each.join(', ')],
    ],
  };
}

import { quantile } from '../figures/distribution';
import { processorTimeOf, type ProcessorTime } from '../figures/processor-time';
import { secondsFor } from '../figures/workers';
import type { Organisation } from '../stage/organisation';
import { settledCases } from '../stage/settled-cases';
import { CONNECTIONS, type Stage } from '../stage/stage';
import { bareList } from './bare-list';
import type { Finding, Surroundings } from './measure';

const COMPLAINTS = 200;
const PAGE = 20;
const WARM_UP = 1_500;
const REQUESTS = 2_000;
const AIM_MS = 4;

const LIST = `query List($after: String) {
  complaints(first: ${PAGE}, after: $after) {
    nodes {
      id number receivedAt channel product
      case { id state openedAt nextDueAt }
      settlements { id number state amount { amount currency } }
    }
  }
}`;

interface Listed {
  readonly complaints: {
    readonly nodes: readonly { readonly case: object | null; readonly settlements: readonly object[] }[];
  };
}

/** Pages of 20 complaints with case and settlements, beside the three statements that read the same rows. */
export async function measureList({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('list');
  await settledCases(stage, organisation, 20, COMPLAINTS);
  const cursors = await fullPages(stage, organisation);
  const list = async (after: string | null) => {
    const { complaints } = await stage.graph.ask<Listed>(LIST, { after }, organisation.tokens.agent);
    const complete = complaints.nodes.filter((node) => node.case !== null && node.settlements.length === 1);
    if (complete.length !== PAGE) throw new Error(`a page with ${complete.length} of ${PAGE} complete rows`);
  };
  const system = await run(stage, cursors, list);
  say(`  list: ${system.aSecond.toFixed(0)}/s`);
  const bare = await bareList(stage, organisation.tenant, PAGE, cursors.length);
  try {
    const floor = await run(stage, bare.places, bare.read);
    return finding(system, floor);
  } finally {
    await bare.close();
  }
}

/** The cursors behind which there is a full page: neighbours differ, so that no two requests at once are equal. */
async function fullPages({ graph }: Stage, { tokens }: Organisation): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; ;) {
    const {
      complaints,
    }: { complaints: { edges: { cursor: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } } =
      await graph.ask(
        'query Cursors($after: String) { complaints(first: 100, after: $after) { edges { cursor } pageInfo { endCursor hasNextPage } } }',
        { after },
        tokens.agent,
      );
    cursors.push(...complaints.edges.map(({ cursor }) => cursor));
    after = complaints.pageInfo.endCursor;
    if (!complaints.pageInfo.hasNextPage) return cursors.slice(0, -PAGE);
  }
}

interface Run {
  readonly aSecond: number;
  readonly latencies: readonly number[];
  /** Core-milliseconds of one request by process. */
  readonly time: ProcessorTime;
}

async function run<Place>(
  { pids }: Stage,
  places: readonly Place[],
  read: (place: Place) => Promise<void>,
): Promise<Run> {
  const tasks = (count: number) => Array.from({ length: count }, (_, index) => places[index % places.length] as Place);
  await secondsFor(tasks(WARM_UP), CONNECTIONS, read);
  const latencies: number[] = [];
  let seconds = 0;
  const time = await processorTimeOf({ ...pids, client: process.pid }, async () => {
    seconds = await secondsFor(tasks(REQUESTS), CONNECTIONS, async (place) => {
      const since = performance.now();
      await read(place);
      latencies.push(performance.now() - since);
    });
  });
  const each = Object.entries(time).map(([name, ms]) => [name, ms / REQUESTS] as const);
  return { aSecond: REQUESTS / seconds, latencies, time: Object.fromEntries(each) };
}

const SERVING = ['gateway', 'intake', 'case-handling', 'finance', 'analytics'];

function finding(system: Run, floor: Run): Finding {
  const serving = SERVING.reduce((sum, name) => sum + (system.time[name] ?? 0), 0);
  const bare = floor.time['client'] ?? 0;
  const each = SERVING.map((name) => `${name} ${(system.time[name] ?? 0).toFixed(2)}`);
  return {
    title: `List ${PAGE} complaints with case and settlements`,
    unit: ' core-ms',
    system: serving,
    floor: bare,
    ratio: serving / bare,
    aim: `under ${AIM_MS} core-ms`,
    met: serving < AIM_MS,
    method:
      `Pages of ${PAGE} complaints, each with its case from case-handling and its settlement from finance, through the gateway ` +
      `over ${CONNECTIONS} connections, beginning at ${COMPLAINTS - PAGE} different places. Counted is the processor time of the gateway and all four services; ` +
      'that of the database and of the client comes on top. Floor: the same rows by three bare mysql2 selects, whose processor time is that of the process that sends them.',
    more: [
      ['core-milliseconds a request, by process', each.join(', ')],
      [
        'core-milliseconds of the database, system and floor',
        `${(system.time['database'] ?? 0).toFixed(2)}, ${(floor.time['database'] ?? 0).toFixed(2)}`,
      ],
      [
        'requests a second, system and floor',
        `${system.aSecond.toFixed(0)}, ${floor.aSecond.toFixed(0)} (${(system.aSecond / floor.aSecond).toFixed(2)})`,
      ],
      [
        'answered within, p50 and p99',
        `${quantile(system.latencies, 0.5).toFixed(1)} ms, ${quantile(system.latencies, 0.99).toFixed(1)} ms`,
      ],
    ],
  };
}

import { eventually } from '@redress/testkit';
import { quantile } from '../figures/distribution';
import { processorTimeOf, type ProcessorTime } from '../figures/processor-time';
import { openPublisher } from '../stage/event-publisher';
import type { Organisation } from '../stage/organisation';
import { allCounted, counted } from '../stage/quiet';
import { settledCases } from '../stage/settled-cases';
import type { Stage } from '../stage/stage';
import { bareStreamLatencies } from './bare-stream';
import { followChanges, type Sighting } from './change-follower';
import type { Finding, Surroundings } from './measure';

const A_SECOND = 500;
const SECONDS = Number(process.env['BENCHMARK_SECONDS'] ?? '30');
const WARM_UP = 1_000;
const FLOOR = 5_000;
const AIM_MS = 1_000;
const ASK_EVERY_MS = 50;

/** Up to which position the figures counted at a moment. */
interface Sample {
  readonly at: number;
  readonly position: number;
}

/** How long after an event the change feed and the figures have it, at a rate that a large organisation never reaches. */
export async function measureVisibility({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('visibility');
  await settledCases(stage, organisation, 60, 1, { released: true });
  await allCounted(stage, organisation, 1);
  const publisher = await openPublisher(stage, organisation);
  try {
    const before = await counted(stage, organisation);
    await publisher.publish(WARM_UP, A_SECOND);
    // A shard that a producer adds is found within a minute.
    await reached(stage, organisation, before.position + WARM_UP);
    say(`  ${WARM_UP} events warmed up`);
    const follower = await followChanges(stage, organisation, null);
    const sampler = sampleFigures(stage, organisation);
    const count = A_SECOND * SECONDS;
    let sightings: readonly Sighting[] = [];
    const used = await processorTimeOf(stage.pids, async () => {
      await publisher.publish(count, A_SECOND);
      sightings = await follower.until((seen) => seen.length >= count);
    });
    await reached(stage, organisation, before.position + WARM_UP + count);
    const samples = await sampler.end();
    const floor = await bareStreamLatencies(stage.natsUrl, { count: FLOOR, warmUp: WARM_UP, aSecond: A_SECOND });
    return finding({ sightings, samples, floor, used });
  } finally {
    await publisher.close();
  }
}

async function reached(stage: Stage, organisation: Organisation, position: number): Promise<void> {
  await eventually(async () => (await counted(stage, organisation)).position >= position, {
    ...{ what: `position ${position} in the figures`, timeoutMs: 180_000, intervalMs: 200 },
  });
}

/** Asks for a figure again and again, until it is told to end. */
function sampleFigures(stage: Stage, organisation: Organisation): { readonly end: () => Promise<readonly Sample[]> } {
  const samples: Sample[] = [];
  let ended = false;
  const asking = (async () => {
    while (!ended) {
      const { position } = await counted(stage, organisation);
      samples.push({ at: Date.now(), position });
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  return {
    end: async () => {
      ended = true;
      await asking;
      samples.push({ at: Date.now(), position: (await counted(stage, organisation)).position });
      return samples;
    },
  };
}

/** From each event until the first figure that counts it. */
function figureLatencies(sightings: readonly Sighting[], samples: readonly Sample[]): number[] {
  const latencies: number[] = [];
  let next = 0;
  for (const { position, occurredAt } of [...sightings].sort((left, right) => left.position - right.position)) {
    while ((samples[next]?.position ?? Infinity) < position) next += 1;
    const sample = samples[next];
    if (sample === undefined) throw new Error(`no figure counts the event at ${position}`);
    latencies.push(Math.max(0, sample.at - occurredAt));
  }
  return latencies;
}

interface Found {
  readonly sightings: readonly Sighting[];
  readonly samples: readonly Sample[];
  readonly floor: readonly number[];
  readonly used: ProcessorTime;
}

function finding({ sightings, samples, floor, used }: Found): Finding {
  const feed = sightings.map(({ latencyMs }) => latencyMs);
  const figures = figureLatencies(sightings, samples);
  const system = Math.max(quantile(feed, 0.99), quantile(figures, 0.99));
  const bare = quantile(floor, 0.99);
  const both = (values: readonly number[]) =>
    `${quantile(values, 0.5).toFixed(1)} ms, ${quantile(values, 0.99).toFixed(1)} ms`;
  return {
    title: `Event visible in analytics at ${A_SECOND} events a second, p99`,
    unit: ' ms',
    ...{ system, floor: bare, ratio: system / bare, aim: `under ${AIM_MS} ms`, met: system < AIM_MS },
    method:
      `The first five events of real cases (opened, accepted, assigned, a clock, a reply) for ${SECONDS} seconds, each of a case of its own, put into the stream of case handling as a further shard of it would: ` +
      'commands, outbox and relay are left out, while every service that listens to case handling takes all of them. One reader goes on in `changes` and one asks `metrics`, both through the gateway; ' +
      'an event is visible in the figures with the first answer whose `asOf.position` has reached it, so questions and pauses (10 and 50 ms) are included. The time is the larger p99 of both. ' +
      'Floor: messages of an event’s size at the same rate, published to a JetStream stream of the same settings and consumed.',
    more: [
      ['visible in the change feed, p50 and p99', both(feed)],
      ['visible in the figures, p50 and p99', both(figures)],
      ['bare publish to consume, p50 and p99', both(floor)],
      [
        'processor time for a thousand events, readers included',
        Object.entries(used)
          .map(([name, ms]) => `${name} ${((ms * 1_000) / sightings.length).toFixed(0)} ms`)
          .join(', '),
      ],
    ],
  };
}

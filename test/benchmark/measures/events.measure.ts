import { quantile } from '../figures/distribution';
import { atRate } from '../figures/workers';
import { complaintInputs } from '../stage/complaint-inputs';
import type { Organisation } from '../stage/organisation';
import { allCounted } from '../stage/quiet';
import type { Stage } from '../stage/stage';
import { followChanges, type Sighting } from './change-follower';
import { bareStreamLatencies } from './bare-stream';
import type { Finding, Surroundings } from './measure';

const A_SECOND = 20;
const WARM_UP = 60;
const REGISTRATIONS = 400;
const AIM_MS = 500;
const REGISTERED = 'intake.complaint.registered';
const OPENED = 'case-handling.case.opened';

/** How long after a registration a reader of analytics sees it, beside a bare publish and consume. */
export async function measureEvents({ stage }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('events');
  await register(stage, organisation, 30, WARM_UP);
  await allCounted(stage, organisation, WARM_UP);

  const follower = await followChanges(stage, organisation, [REGISTERED, OPENED]);
  await register(stage, organisation, 31, REGISTRATIONS);
  const sightings = await follower.until((seen) => seen.length >= 2 * REGISTRATIONS);
  const floor = await bareStreamLatencies(stage.natsUrl, { count: REGISTRATIONS, warmUp: WARM_UP, aSecond: A_SECOND });
  return finding(sightings, floor);
}

async function register({ graph }: Stage, { tokens }: Organisation, seed: number, count: number): Promise<void> {
  await atRate(complaintInputs(seed, count), A_SECOND, (input) =>
    graph.act('registerComplaint', input, 'acknowledgement { number }', tokens.agent),
  );
}

function finding(sightings: readonly Sighting[], floor: readonly number[]): Finding {
  const of = (wanted: string) => sightings.filter(({ type }) => type === wanted).map(({ latencyMs }) => latencyMs);
  const system = quantile(of(REGISTERED), 0.99);
  const both = (values: readonly number[]) =>
    `${quantile(values, 0.5).toFixed(1)} ms, ${quantile(values, 0.99).toFixed(1)} ms`;
  const bare = quantile(floor, 0.99);
  return {
    title: 'Event from commit to visible in analytics, p99',
    unit: ' ms',
    system,
    floor: bare,
    ratio: system / bare,
    aim: `under ${AIM_MS} ms`,
    met: system < AIM_MS,
    method:
      `${REGISTRATIONS} registrations at ${A_SECOND} a second; one reader goes on in \`changes\` through the gateway, 10 ms after each answer. ` +
      'The time runs from the moment that the event itself bears, shortly before its commit, until the reader has it in hand, so it includes the reader’s own question and pause. ' +
      'The figures of `metrics` change in the same transaction. Floor: the same number of messages of an event’s size at the same rate, published to a JetStream stream of the same settings and consumed.',
    more: [
      ['registration visible, p50 and p99', both(of(REGISTERED))],
      ['case opened by the next service visible, p50 and p99', both(of(OPENED))],
      ['bare publish to consume, p50 and p99', both(floor)],
      ['longest', `${Math.max(...of(REGISTERED)).toFixed(1)} ms, bare ${Math.max(...floor).toFixed(1)} ms`],
    ],
  };
}

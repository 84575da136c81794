import { eventually } from '@redress/testkit';
import { median } from '../figures/distribution';
import { processorTimeOf, type ProcessorTime } from '../figures/processor-time';
import { secondsFor } from '../figures/workers';
import type { Organisation } from '../stage/organisation';
import { barePool, emptyCopy, insertInOneTransaction } from '../stage/row-copies';
import { settledCases } from '../stage/settled-cases';
import { CONNECTIONS, schemaOf, type Stage } from '../stage/stage';
import { APPROVAL_TABLES, approvedRows } from './approved-rows';
import type { Finding, Surroundings } from './measure';

const ROUNDS = 3;
const A_ROUND = 200;
const FLOOR_SCHEMA = schemaOf('approvals_floor');
const AIM = 0.2;

interface Seen {
  readonly id: string;
  readonly version: number;
}

interface Round {
  readonly aSecond: number;
  readonly floor: number;
  readonly time: ProcessorTime;
}

/** Settlements approved by finance and paid by the simulator, beside the insertion of the rows that this leaves. */
export async function measureApprovals({ stage, say }: Surroundings): Promise<Finding> {
  const rounds: Round[] = [];
  const floor = barePool(stage.databaseUrl, FLOOR_SCHEMA, CONNECTIONS);
  const finance = barePool(stage.databaseUrl, schemaOf('finance'), 1);
  try {
    await emptyCopy(finance, schemaOf('finance'), FLOOR_SCHEMA, APPROVAL_TABLES);
    await approved(stage, 'approvals-0', A_ROUND);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const tenant = `approvals-${round}`;
      const { seconds, time } = await approved(stage, tenant, A_ROUND);
      const rows = await approvedRows(finance, tenant);
      const bare = await secondsFor(rows, CONNECTIONS, (set) => insertInOneTransaction(floor, set));
      rounds.push({ aSecond: A_ROUND / seconds, floor: rows.length / bare, time });
      say(
        `  approvals, round ${round}: ${(A_ROUND / seconds).toFixed(0)}/s, floor ${(rows.length / bare).toFixed(0)}/s`,
      );
    }
  } finally {
    await Promise.all([floor.end(), finance.end()]);
  }
  return finding(rounds);
}

/** The time from the first approval until the last settlement is paid and booked. */
async function approved(
  stage: Stage,
  tenant: string,
  count: number,
): Promise<{ readonly seconds: number; readonly time: ProcessorTime }> {
  const organisation = await stage.found(tenant);
  await settledCases(stage, organisation, count, count, { released: true });
  const waiting = await released(stage, organisation, count);
  let seconds = 0;
  const time = await processorTimeOf({ ...stage.pids, client: process.pid }, async () => {
    const since = performance.now();
    await secondsFor(waiting, CONNECTIONS, ({ id, version }) => {
      const input = { settlementId: id, expectedVersion: version };
      return stage.graph.act('approveSettlement', input, 'settlement { id }', organisation.tokens.finance);
    });
    await eventually(async () => (await inState(stage, organisation, 'COMPLETED')) === count, {
      ...{ what: `${count} settlements being paid`, timeoutMs: 120_000, intervalMs: 20 },
    });
    seconds = (performance.now() - since) / 1000;
  });
  return { seconds, time };
}

async function released(stage: Stage, organisation: Organisation, count: number): Promise<Seen[]> {
  await eventually(async () => (await inState(stage, organisation, 'RELEASED')) === count, {
    ...{ what: `${count} released settlements`, timeoutMs: 120_000, intervalMs: 100 },
  });
  const found: Seen[] = [];
  for (let after: string | null = null; found.length < count;) {
    const { settlements }: { settlements: { nodes: Seen[]; pageInfo: { endCursor: string } } } = await stage.graph.ask(
      'query Released($after: String) { settlements(first: 100, after: $after) { nodes { id version } pageInfo { endCursor } } }',
      { after },
      organisation.tokens.finance,
    );
    found.push(...settlements.nodes);
    after = settlements.pageInfo.endCursor;
  }
  return found;
}

async function inState({ graph }: Stage, { tokens }: Organisation, state: string): Promise<number> {
  const { settlements } = await graph.ask<{ settlements: { totalCount: { value: number } } }>(
    'query Count($state: SettlementState!) { settlements(where: { state: { eq: $state } }, first: 1) { totalCount { value } } }',
    { state },
    tokens.finance,
  );
  return settlements.totalCount.value;
}

function finding(rounds: readonly Round[]): Finding {
  const ratios = rounds.map(({ aSecond, floor }) => aSecond / floor);
  const ratio = median(ratios);
  const names = Object.keys(rounds[0]?.time ?? {});
  const each = names
    .map((name) => ({ name, ms: median(rounds.map(({ time }) => (time[name] ?? 0) / A_ROUND)) }))
    .filter(({ ms }) => ms >= 0.05);
  return {
    title: `Approve and pay a settlement, ${CONNECTIONS} connections`,
    unit: '/s',
    system: median(rounds.map(({ aSecond }) => aSecond)),
    floor: median(rounds.map(({ floor }) => floor)),
    ratio,
    aim: 'a fifth of the floor’s rate or better',
    met: ratio >= AIM,
    method:
      `From the first \`approveSettlement\` through the gateway until the last of ${A_ROUND} settlements is paid by the simulated provider and booked; ` +
      'authority, evidence, intent, call of the provider, its proof, two bookings, papers and five events each. ' +
      `Floor: the very rows that this left in ${APPROVAL_TABLES.length} tables of finance, inserted into an empty copy by bare mysql2, one transaction a settlement, as many connections. ` +
      `Median of ${ROUNDS} rounds, system and floor in turns.`,
    more: [
      ['ratio in each round', ratios.map((value) => value.toFixed(2)).join(', ')],
      ['core-milliseconds a settlement, by process', each.map(({ name, ms }) => `${name} ${ms.toFixed(2)}`).join(', ')],
    ],
  };
}

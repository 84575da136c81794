import type { RowDataPacket } from 'mysql2/promise';
import { quantile } from '../figures/distribution';
import { seededRandom } from '../figures/seeded-random';
import { SEEDED, seedSettlements } from '../stage/many-settlements';
import type { Organisation } from '../stage/organisation';
import { barePool } from '../stage/row-copies';
import { schemaOf, type Stage } from '../stage/stage';
import type { Finding, Surroundings } from './measure';

const SETTLEMENTS = 1_000_000;
const PAGE = 50;
const PAGES = 60;
const AIM_MS = 100;

const LIST = `query Million($where: SettlementWhereInput, $orderBy: SettlementOrder, $search: String, $after: String) {
  settlements(where: $where, orderBy: $orderBy, search: $search, first: ${PAGE}, after: $after) {
    nodes { id number state amount { amount currency } createdAt payment { state } } pageInfo { endCursor hasNextPage } } }`;

interface Asked {
  readonly where?: object;
  readonly orderBy?: string;
  readonly search?: string;
}

const LISTS: Readonly<Record<string, Asked>> = {
  'all, latest first': {},
  'state RELEASED': { where: { state: { eq: 'RELEASED' } } },
  department: { where: { department: { eq: SEEDED.department } } },
  'product and open': { where: { product: { eq: SEEDED.product }, state: { in: ['RELEASED', 'PROPOSED'] } } },
  'category and instrument': { where: { category: { eq: SEEDED.category }, instrument: { eq: 'RETURN' } } },
  'declined payouts': { where: { paymentState: { eq: 'DECLINED' } } },
  'largest in CNY': { where: { currency: { eq: 'CNY' } }, orderBy: 'AMOUNT_DESC' },
  'last decided': { orderBy: 'DECIDED_AT_DESC' },
  'decided by one': { where: { decidedBy: { eq: 'decider-3' } } },
  'search by order': { search: 'SO-0050' },
};

/** Pages of filtered lists among a million settlements, through the gateway, beside the plain page by hand. */
export async function measureMillion({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('million');
  await seed(stage, organisation.tenant, say);
  const latencies = new Map<string, number[]>();
  for (const [name, asked] of Object.entries(LISTS)) {
    await pagesOf(stage, organisation, asked, 3);
    const times = await pagesOf(stage, organisation, asked, PAGES);
    latencies.set(name, times);
    say(`  ${name}: p95 ${quantile(times, 0.95).toFixed(1)} ms of ${times.length} pages`);
  }
  const floor = quantile(await barePages(stage, organisation.tenant), 0.95);
  const all = [...latencies.values()].flat();
  const system = quantile(all, 0.95);
  return {
    title: `A page of ${PAGE} among a million settlements, p95`,
    unit: ' ms',
    ...{ system, floor, ratio: system / floor, aim: `under ${AIM_MS} ms`, met: system < AIM_MS },
    method:
      `${SETTLEMENTS.toLocaleString('en')} settlements of one organisation with their payouts; lists by ${Object.keys(LISTS).length} filters and orders, ` +
      `each read page after page from its beginning through the gateway, one request at a time. Every page is one statement. ` +
      'Floor: pages of the same size behind random places in the order of creation, by one bare mysql2 select on the index that serves it.',
    more: [...latencies].map(([name, times]) => [
      `${name}, p50 and p95`,
      `${quantile(times, 0.5).toFixed(1)} ms, ${quantile(times, 0.95).toFixed(1)} ms`,
    ]),
  };
}

/** A million settlements in the organisation; seeded once in a run. */
export async function seed(stage: Stage, tenant: string, say: (line: string) => void): Promise<void> {
  const pool = barePool(stage.databaseUrl, schemaOf('finance'), 2);
  try {
    const since = Date.now();
    await seedSettlements(pool, tenant, SETTLEMENTS);
    say(`  ${SETTLEMENTS} settlements seeded in ${((Date.now() - since) / 1000).toFixed(0)} s`);
  } finally {
    await pool.end();
  }
}

async function pagesOf({ graph }: Stage, { tokens }: Organisation, asked: Asked, pages: number): Promise<number[]> {
  interface Answer {
    readonly settlements: { readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean } };
  }
  const times: number[] = [];
  for (let after: string | null = null; times.length < pages;) {
    const since = performance.now();
    const { settlements }: Answer = await graph.ask<Answer>(LIST, { ...asked, after }, tokens.auditor);
    times.push(performance.now() - since);
    after = settlements.pageInfo.hasNextPage ? settlements.pageInfo.endCursor : null;
  }
  return times;
}

async function barePages(stage: Stage, tenant: string): Promise<number[]> {
  const pool = barePool(stage.databaseUrl, schemaOf('finance'), 1);
  const random = seededRandom(PAGES);
  const times: number[] = [];
  try {
    for (let page = 0; page < PAGES; page += 1) {
      const before = new Date(Date.now() - random() * 700 * 86_400_000);
      const since = performance.now();
      await pool.query<RowDataPacket[]>(
        `SELECT s.id, s.number, s.state, s.amount_minor, s.currency, s.created_at, p.state FROM settlement s
         LEFT JOIN payment p ON p.tenant_id = s.tenant_id AND p.settlement_id = s.id AND p.sequence = 1
         WHERE s.tenant_id = ? AND s.created_at < ? ORDER BY s.created_at DESC, s.id DESC LIMIT ?`,
        [tenant, before, PAGE],
      );
      times.push(performance.now() - since);
    }
  } finally {
    await pool.end();
  }
  return times;
}

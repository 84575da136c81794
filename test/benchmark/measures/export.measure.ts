import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { eventually } from '@redress/testkit';
import type { Organisation } from '../stage/organisation';
import { barePool } from '../stage/row-copies';
import { schemaOf, type Stage } from '../stage/stage';
import type { Finding, Surroundings } from './measure';
import { seed } from './million.measure';

const ROWS = 1_000_000;
const SAMPLE_MS = 100;
const AIM_GROWTH_MIB = 200;

interface Seen {
  readonly state: string;
  readonly rowsDone: string;
  readonly bytes: string;
  readonly sha256: string | null;
  readonly downloadUrl: string | null;
}

interface Run {
  readonly seconds: number;
  readonly bytes: number;
  readonly growthMiB: number;
}

/** A million rows as a file, written, fetched and compared, beside the same rows streamed by hand. */
export async function measureExport({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('export');
  await seed(stage, organisation.tenant, say);
  const csv = await exported(stage, organisation, 'CSV');
  say(`  CSV: ${csv.seconds.toFixed(1)} s, ${csv.growthMiB.toFixed(0)} MiB more memory`);
  const xlsx = await exported(stage, organisation, 'XLSX');
  say(`  XLSX: ${xlsx.seconds.toFixed(1)} s, ${xlsx.growthMiB.toFixed(0)} MiB more memory`);
  const bare = await streamed(stage, organisation.tenant);
  const [system, floor] = [ROWS / csv.seconds, ROWS / bare];
  const growth = Math.max(csv.growthMiB, xlsx.growthMiB);
  return {
    title: 'Export of a million settlements',
    unit: ' rows/s',
    ...{ system, floor, ratio: system / floor },
    aim: `at most ${AIM_GROWTH_MIB} MiB more memory`,
    met: growth <= AIM_GROWTH_MIB,
    method:
      '`startExport` of all settlements as CSV through the gateway until it is complete; pages of 2,000 rows, parts of 10,000 rows kept in the database, ' +
      'then hashed as stored, and fetched through the gateway and compared. Memory is what the finance process had more at its peak than before. ' +
      'Floor: one bare mysql2 select of the same columns, streamed, written as CSV lines and hashed, kept nowhere.',
    more: [
      ['more memory at the peak, CSV and XLSX', `${csv.growthMiB.toFixed(0)} MiB, ${xlsx.growthMiB.toFixed(0)} MiB`],
      ['size, CSV and XLSX', `${(csv.bytes / 1e6).toFixed(0)} MB, ${(xlsx.bytes / 1e6).toFixed(0)} MB`],
      ['XLSX', `${(ROWS / xlsx.seconds).toFixed(0)} rows/s`],
    ],
  };
}

async function exported({ graph, pids }: Stage, { tokens }: Organisation, format: string): Promise<Run> {
  const pid = pids['finance'] ?? 0;
  const before = residentMiB(pid);
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, residentMiB(pid))), SAMPLE_MS);
  try {
    const since = performance.now();
    const input = { kind: 'SETTLEMENTS', format };
    const started = await graph.act<{ export: { id: string } }>('startExport', input, 'export { id }', tokens.finance);
    const done = await eventually(
      async () => {
        const { export: seen } = await graph.ask<{ export: Seen }>(
          'query Seen($id: ID!) { export(id: $id) { state rowsDone bytes sha256 downloadUrl } }',
          { id: started.export.id },
          tokens.finance,
        );
        if (seen.state === 'FAILED') throw new Error('the export failed');
        return seen.state === 'COMPLETED' ? seen : undefined;
      },
      { what: 'the export', timeoutMs: 600_000, intervalMs: 100 },
    );
    const seconds = (performance.now() - since) / 1000;
    const response = await fetch(done.downloadUrl ?? '');
    const hash = createHash('sha256');
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) hash.update(chunk);
    if (hash.digest('hex') !== done.sha256 || Number(done.rowsDone) !== ROWS)
      throw new Error('another file was fetched');
    return { seconds, bytes: Number(done.bytes), growthMiB: peak - before };
  } finally {
    clearInterval(sampling);
  }
}

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Rows are streamed by the driver's interface of callbacks, which lies below that of promises. */
interface Callbacks {
  query(sql: string, values: readonly unknown[]): { stream(): AsyncIterable<Record<string, unknown>> };
}

function callbacksOf(connection: { readonly connection: unknown }): Callbacks {
  return connection.connection as Callbacks;
}

async function streamed(stage: Stage, tenant: string): Promise<number> {
  const pool = barePool(stage.databaseUrl, schemaOf('finance'), 1);
  const connection = await pool.getConnection();
  try {
    const since = performance.now();
    const hash = createHash('sha256');
    const sql = `SELECT s.number, s.state, s.instrument, s.amount_minor, s.currency, s.order_number, s.line_number,
      s.case_number, s.department, s.product, s.category_code, s.region, s.level, s.regulation_id, p.state AS payment,
      s.reason, s.decided_by, s.created_at, s.decided_at, s.completed_at FROM settlement s
      LEFT JOIN payment p ON p.tenant_id = s.tenant_id AND p.settlement_id = s.id AND p.sequence = 1
      WHERE s.tenant_id = ? ORDER BY s.id`;
    const rows = callbacksOf(connection).query(sql, [tenant]).stream();
    let count = 0;
    for await (const row of rows) {
      count += 1;
      hash.update(`${Object.values(row).join(',')}\r\n`);
    }
    if (count !== ROWS) throw new Error(`the floor read ${count} rows`);
    return (performance.now() - since) / 1000;
  } finally {
    connection.release();
    await pool.end();
  }
}

import { mkdir, readdir, rmdir } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@redress/kernel';
import { metricSets } from '../../metrics/engines/metric-sets.model';
import type { MetricName } from '../../metrics/model/metric-registry.model';
import { answerFromColumns } from '../answer/column-answer.query';
import { COPIED_TABLES } from '../model/copied-tables.model';
import type { RawRow, TableChanges, TenantCopy } from '../model/tenant-copy.model';
import { ColumnStore } from './column-store-duckdb';
import { spillDirectories } from './spill-directory';
import { CopiesInColumnStore } from './tenant-copies-duckdb';

const TENANT = 't-copies';
const YEAR = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
const COMPLAINTS = COPIED_TABLES.filter(({ name }) => name === 'complaint_fact');

/** What became of complaints, as it is read from the facts. */
const changed = (rows: readonly RawRow[], superseded: readonly RawRow[] = []): readonly TableChanges[] =>
  COMPLAINTS.map((table) => ({ table, rows, superseded }));

describe('copies in an embedded column store', () => {
  let store: ColumnStore | undefined;
  afterEach(() => {
    store?.close();
    store = undefined;
  });

  async function opened(memoryMiB: number) {
    const opening = await ColumnStore.open({ memoryMiB });
    store = opening;
    const copies = new CopiesInColumnStore(opening);
    const copy = await copies.make({ tenantId: TENANT, generation: 1, position: 0n });
    return { columns: opening, copies, copy };
  }

  async function told(columns: ColumnStore, copy: TenantCopy, position: bigint, metric: MetricName) {
    const query = { metrics: [metric], groupBy: ['CHANNEL'], where: {}, window: YEAR, timeZone: 'UTC' } as const;
    const moment = { position, now: YEAR.to };
    const sets = metricSets([metric]);
    const [rows = []] = await answerFromColumns(columns, copy, { query, sets, moment, limit: 10 });
    return rows.map(({ keys, cells }) => [keys[0], Number(cells[0]?.[0])]).sort();
  }

  it('forgets what was superseded long ago, and nothing else', async () => {
    const { columns, copies, copy } = await opened(256);
    const [first, second] = [newId(), newId()];
    const version = (complaint_id: string, channel: string, since: number): RawRow => ({
      ...{ complaint_id, channel, since, customer_id: newId(), received_at: new Date('2026-05-05T00:00:00Z') },
    });
    const versions = [version(first, 'PHONE', 1), version(second, 'PHONE', 2)] as const;
    const kept = () =>
      columns.read(async (connection) => {
        const rows = await connection.runAndReadAll(`SELECT COUNT(*) FROM ${copy.schema}.complaint_fact_history`);
        return Number(rows.getRows()[0]?.[0]);
      });
    await copies.take(copy, changed(versions), 2n);
    await copies.take(copy, changed([version(first, 'EMAIL', 100)], [{ ...versions[0], until: 100 }]), 100n);
    await copies.take(
      copy,
      changed([version(second, 'EMAIL', 300_000)], [{ ...versions[1], until: 300_000 }]),
      300_000n,
    );
    expect(await told(columns, copy, 50n, 'COMPLAINTS_RECEIVED')).toEqual([['PHONE', 2]]);
    expect([copy.from, await kept()]).toEqual([0n, 2]);

    await copies.take(copy, [], 400_001n);
    expect([copy.from, await kept()]).toEqual([200_001n, 1]);
    expect(await told(columns, copy, 250_000n, 'COMPLAINTS_RECEIVED')).toEqual([
      ['EMAIL', 1],
      ['PHONE', 1],
    ]);
    expect(await told(columns, copy, 400_001n, 'COMPLAINTS_RECEIVED')).toEqual([['EMAIL', 2]]);
  });

  it('clears away what a process has left that was killed, and leaves that of others', async () => {
    const named = (process: string) => join(tmpdir(), `redress-columns-${hostname()}-${process}-1-abcdef`);
    // No process has this number; the parent of this one lives.
    const [killed, alive] = [named('2147483646'), named(String(process.ppid))];
    for (const directory of [killed, alive]) await mkdir(directory, { recursive: true });
    const { columns } = await opened(48);
    const there = await spillDirectories();
    expect(there).toEqual(expect.arrayContaining([alive, columns.spill]));
    expect(there).not.toContain(killed);
    await rmdir(alive);
  });

  it('lays on the disk what its memory does not hold, and takes it away when it is closed', async () => {
    const { columns, copies, copy } = await opened(48);
    const phone = copy.dictionary.learn('channel', 'PHONE');
    const received = YEAR.from.getTime();
    const laidDown = () => readdir(columns.spill).catch(() => []);
    expect(await laidDown()).toEqual([]);
    for (let part = 0; part < 6; part += 1)
      await columns.write((connection) =>
        connection.run(`INSERT INTO ${copy.schema}.complaint_fact (complaint_id, customer_id, channel, received_at, since)
          SELECT uuid(), uuid(), ${phone}, ${received} + i, ${part} * 200000 + i + 1 FROM range(200000) numbers(i)`),
      );
    await copies.take(copy, [], 1_200_000n);
    expect(await laidDown()).not.toEqual([]);
    expect(await told(columns, copy, 1_200_000n, 'COMPLAINTS_RECEIVED')).toEqual([['PHONE', 1_200_000]]);
    columns.close();
    store = undefined;
    expect(await laidDown()).toEqual([]);
  });
});

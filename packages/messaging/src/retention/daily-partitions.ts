import type { SystemSession } from '@redress/persistence';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_AHEAD = 7;
/** ALTER TABLE waits for open transactions and holds up new ones meanwhile, so it must give up soon and come again. */
const LOCK_WAIT_SECONDS = 2;

/** A table with one partition for each UTC day and a last one, `p_future`, for what comes after. */
export type PartitionedTable = 'outbox_log' | 'inbox_event';

/** An existing partition: rows before `endsBefore` (a UTC day), or everything when undefined. */
interface Partition {
  readonly name: string;
  readonly endsBefore: string | undefined;
}

/** Adds the partitions of the coming days. */
export async function addDays(system: SystemSession, table: PartitionedTable, nowMs: number): Promise<void> {
  const existing = (await partitionsOf(system, table)).flatMap(({ endsBefore }) => endsBefore ?? []);
  const latest = existing.sort().at(-1) ?? '';
  const ends = Array.from({ length: DAYS_AHEAD + 1 }, (_, ahead) => day(nowMs + (ahead + 1) * DAY_MS));
  const missing = ends.filter((end) => end > latest);
  if (missing.length === 0) return;
  const parts = missing.map((end) => `PARTITION ${partitionName(end)} VALUES LESS THAN ('${end}')`);
  await alter(
    system,
    `ALTER TABLE ${table} REORGANIZE PARTITION p_future INTO (${parts.join(', ')}, PARTITION p_future VALUES LESS THAN (MAXVALUE))`,
  );
}

/** Drops the partitions that hold nothing from that UTC day on. Answers how many. */
export async function dropDaysBefore(
  system: SystemSession,
  table: PartitionedTable,
  firstKept: string,
): Promise<number> {
  const old = (await partitionsOf(system, table)).filter(
    ({ endsBefore }) => endsBefore !== undefined && endsBefore <= firstKept,
  );
  if (old.length === 0) return 0;
  await alter(system, `ALTER TABLE ${table} DROP PARTITION ${old.map(({ name }) => name).join(', ')}`);
  return old.length;
}

/** The partitions cannot be changed now because a long transaction uses them; try again later. */
export class PartitionsBusy extends Error {
  constructor() {
    super('the partitions could not be changed because a transaction uses them');
    this.name = 'PartitionsBusy';
  }
}

/** A moment's UTC day. */
export function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Named after the day that it holds, which is the one before its end. */
function partitionName(end: string): string {
  return `p${day(Date.parse(end) - DAY_MS).replaceAll('-', '')}`;
}

async function partitionsOf(system: SystemSession, table: PartitionedTable): Promise<Partition[]> {
  const rows = await system.query<{ name: string; bound: string }>(
    `SELECT partition_name AS name, partition_description AS bound FROM information_schema.partitions
     WHERE table_schema = DATABASE() AND table_name = :table AND partition_name IS NOT NULL`,
    { table },
  );
  return rows.map(({ name, bound }) => ({ name, endsBefore: /\d{4}-\d\d-\d\d/.exec(bound)?.[0] }));
}

async function alter(system: SystemSession, statement: string): Promise<void> {
  let tried = false;
  await system.transaction(async (tx) => {
    // A lock that was not had would be tried for again at once, and each try holds up everybody else.
    if (tried) throw new PartitionsBusy();
    tried = true;
    await tx.execute(`SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS}`);
    try {
      await tx.execute(statement);
    } finally {
      await tx.execute('SET SESSION lock_wait_timeout = DEFAULT');
    }
  });
}

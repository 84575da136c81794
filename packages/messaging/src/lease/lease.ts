import type { SystemSession } from '@redress/persistence';

/** A row with `holder`, `epoch` and `expires_at` that one process at a time may hold. */
export interface LeaseRow {
  readonly table: 'outbox_shard' | 'inbox_shard';
  /** Condition that finds the row, with the parameters of `key`. */
  readonly where: string;
  readonly key: Readonly<Record<string, string | number>>;
}

/**
 * A lease in database time. Its epoch grows with every new holder and fences writes: a holder that was frozen past the
 * end of its lease finds that its epoch is gone. `held` is only a hint; the epoch in the `WHERE` decides.
 */
export class Lease {
  epoch = 0;
  private validUntil = 0;

  constructor(
    private readonly system: SystemSession,
    private readonly row: LeaseRow,
    private readonly holder: string,
    private readonly leaseMs: number,
  ) {}

  held(): boolean {
    return performance.now() < this.validUntil;
  }

  /** Takes the lease when it is free, has run out, or was ours before. */
  async acquire(): Promise<boolean> {
    const askedAt = performance.now();
    const { table, where, key } = this.row;
    const { affectedRows } = await this.system.execute(
      `UPDATE ${table} SET holder = :holder, epoch = epoch + 1, expires_at = ${this.end()}
       WHERE ${where} AND (expires_at <= UTC_TIMESTAMP(3) OR holder = :holder)`,
      { ...key, holder: this.holder },
    );
    if (affectedRows !== 1) return false;
    const [row] = await this.system.query<{ epoch: string | number }>(
      `SELECT epoch FROM ${table} WHERE ${where} AND holder = :holder`,
      { ...key, holder: this.holder },
    );
    if (row === undefined) return false;
    this.epoch = Number(row.epoch);
    this.validUntil = askedAt + this.leaseMs;
    return true;
  }

  /** Prolongs the lease; answers whether it is still ours. */
  async renew(): Promise<boolean> {
    const askedAt = performance.now();
    const { table, where, key } = this.row;
    const { affectedRows } = await this.system.execute(
      `UPDATE ${table} SET expires_at = ${this.end()} WHERE ${where} AND epoch = :epoch`,
      { ...key, epoch: this.epoch },
    );
    this.validUntil = affectedRows === 1 ? askedAt + this.leaseMs : 0;
    return affectedRows === 1;
  }

  /** Forgets the lease without telling the database, after a write has found its epoch gone. */
  lose(): void {
    this.validUntil = 0;
  }

  /** Gives the lease back, so that another process need not wait for its end. */
  async release(): Promise<void> {
    if (!this.held()) return;
    this.validUntil = 0;
    const { table, where, key } = this.row;
    await this.system.execute(
      `UPDATE ${table} SET expires_at = '2000-01-01 00:00:00.000' WHERE ${where} AND epoch = :epoch`,
      { ...key, epoch: this.epoch },
    );
  }

  private end(): string {
    return `UTC_TIMESTAMP(3) + INTERVAL ${Math.round(this.leaseMs * 1000)} MICROSECOND`;
  }
}

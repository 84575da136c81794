import { newId } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { MailboxPositions } from '../model/mailbox-position.repository';

interface Row {
  readonly epoch: string;
  readonly uidValidity: string;
  readonly lastUid: string;
  readonly attemptedValidity: string;
  readonly attemptedUid: string;
  readonly attempts: number;
}

const KEY = 'tenant_id = :tenant AND id = :id';
const ADD = `
  INSERT IGNORE INTO mailbox (tenant_id, id, uid_validity, last_uid, holder, epoch, expires_at)
  VALUES (:tenant, :id, 0, 0, '', 0, '2000-01-01 00:00:00.000')`;
const END = 'UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND';
const TAKE = `
  UPDATE mailbox SET holder = :holder, epoch = epoch + 1, expires_at = ${END}
  WHERE ${KEY} AND expires_at <= UTC_TIMESTAMP(3)`;
const READ = `
  SELECT epoch, uid_validity AS uidValidity, last_uid AS lastUid, attempted_validity AS attemptedValidity,
    attempted_uid AS attemptedUid, attempts
  FROM mailbox WHERE ${KEY} AND holder = :holder`;
const BEGIN = `
  UPDATE mailbox SET attempted_validity = :uidValidity, attempted_uid = :uid, attempts = :attempts, expires_at = ${END}
  WHERE ${KEY} AND epoch = :epoch`;
const ADVANCE = `
  UPDATE mailbox SET uid_validity = :uidValidity, last_uid = :lastUid, expires_at = ${END} WHERE ${KEY} AND epoch = :epoch`;
const RELEASE = `UPDATE mailbox SET expires_at = '2000-01-01 00:00:00.000' WHERE ${KEY} AND epoch = :epoch`;

/** Positions in MySQL. */
export function mysqlMailboxPositions({ system }: Pick<Database, 'system'>): MailboxPositions {
  return {
    async take({ tenant, id }, leaseMs) {
      const holder = newId();
      await system.execute(ADD, { tenant, id });
      const taken = await system.execute(TAKE, { tenant, id, holder, microseconds: leaseMs * 1000 });
      if (taken.affectedRows !== 1) return undefined;
      const [row] = await system.query<Row>(READ, { tenant, id, holder });
      if (row === undefined) return undefined;
      return {
        ...{ epoch: Number(row.epoch), uidValidity: BigInt(row.uidValidity), lastUid: Number(row.lastUid) },
        attempted: {
          uidValidity: BigInt(row.attemptedValidity),
          uid: Number(row.attemptedUid),
          attempts: row.attempts,
        },
      };
    },

    async begin({ tenant, id }, { epoch, attempted }, leaseMs) {
      const begun = await system.execute(BEGIN, { tenant, id, epoch, ...attempted, microseconds: leaseMs * 1000 });
      return begun.affectedRows === 1;
    },

    async advance({ tenant, id }, { epoch, uidValidity, lastUid }, leaseMs) {
      const params = { tenant, id, epoch, uidValidity, lastUid, microseconds: leaseMs * 1000 };
      return (await system.execute(ADVANCE, params)).affectedRows === 1;
    },

    async release({ tenant, id }, { epoch }) {
      await system.execute(RELEASE, { tenant, id, epoch });
    },
  };
}

import type { Channel } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { isDuplicateKey, json, type Database, type TenantReader } from '@redress/persistence';
import { IDENTITY_PLACE, type Identity } from '../../customer/model/customer.model';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import type { LetterFile } from '../model/letter-file.repository';
import type { LeasedLetter, LetterOutbox } from '../model/letter-outbox.repository';
import type { LetterMedium, Telling } from '../model/letter.model';

type Text = string | null;

interface LetterRow extends Pick<
  LetterFile,
  'id' | 'complaintId' | 'purpose' | 'language' | 'medium' | 'state' | 'failures' | 'round' | 'version'
> {
  readonly customerId: string;
  readonly replyId: Text;
  readonly tells: string;
  readonly sealedText: Buffer | null;
  readonly sealedContent: Buffer | null;
  readonly number: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly wrappedKey: Buffer | null;
  readonly sealedIdentity: Buffer | null;
}

const SOON = 'UTC_TIMESTAMP(3) + INTERVAL :microseconds MICROSECOND';
const FIND = `
  SELECT l.id, l.complaint_id AS complaintId, l.customer_id AS customerId, l.purpose, l.language, l.medium, l.state,
    l.reply_id AS replyId, l.tells, l.failures, l.round, l.version, l.sealed_text AS sealedText,
    l.sealed_content AS sealedContent, c.number, c.channel, c.received_at AS receivedAt, i.wrapped_key AS wrappedKey,
    i.sealed_identity AS sealedIdentity
  FROM letter l
  JOIN complaint c ON c.tenant_id = l.tenant_id AND c.id = l.complaint_id
  JOIN customer_identity i ON i.tenant_id = l.tenant_id AND i.customer_id = l.customer_id
  WHERE l.tenant_id = :tenantId AND c.tenant_id = :tenantId AND i.tenant_id = :tenantId AND l.id = :id`;
const OWN = 'l.tenant_id = :tenantId AND l.id = :letterId AND l.lease_holder = :lease';
const KEEP = `UPDATE letter l SET l.sealed_content = :sealed WHERE ${OWN}`;
const RECORD = `
  UPDATE letter l SET l.state = :state, l.attempts = l.attempts + 1, l.failures = :failures, l.error = :error,
    l.sent_at = COALESCE(:sentAt, l.sent_at), l.next_step_at = IF(:microseconds IS NULL, NULL, ${SOON}),
    l.lease_holder = NULL, l.version = l.version + 1
  WHERE ${OWN}`;
const LOCK = `
  SELECT l.attempts, l.failures FROM letter l WHERE ${OWN} FOR UPDATE`;
const LOCK_ANY =
  'SELECT l.state, l.version FROM letter l WHERE l.tenant_id = :tenantId AND l.id = :letterId FOR UPDATE';
const AGAIN = `
  UPDATE letter l SET l.state = 'QUEUED', l.failures = 0, l.error = NULL, l.round = l.round + 1, l.sealed_content = NULL,
    l.next_step_at = UTC_TIMESTAMP(3), l.lease_holder = NULL, l.version = l.version + 1
  WHERE l.tenant_id = :tenantId AND l.id = :letterId`;
const SENT = `SELECT l.attempts, l.purpose FROM letter l WHERE l.tenant_id = :tenantId AND l.id = :letterId AND l.state = 'SENT' FOR UPDATE`;
const COME_BACK = `
  UPDATE letter l SET l.state = 'GIVEN_UP', l.error = :error, l.attempts = l.attempts + 1, l.version = l.version + 1
  WHERE l.tenant_id = :tenantId AND l.id = :letterId AND l.state = 'SENT'`;

/** Letters in MySQL. When a letter is due, and whose it is, is judged by the database's clock alone. */
export function mysqlLetterOutbox({ system }: Pick<Database, 'system'>, masters: MasterKeys): LetterOutbox {
  return {
    async enter(tx, { tells, ...letter }) {
      try {
        await tx.execute(
          `INSERT INTO letter (tenant_id, id, complaint_id, customer_id, purpose, language, medium, source, reply_id, tells,
             sealed_text, state, attempts, failures, round, requested_by, requested_at, next_step_at, version)
           VALUES (:tenantId, :id, :complaintId, :customerId, :purpose, :language, :medium, :source, :replyId, :tells,
             :sealedText, 'QUEUED', 0, 0, 1, :requestedBy, :requestedAt, UTC_TIMESTAMP(3), 1)`,
          { ...letter, tells: json(tells), replyId: letter.replyId ?? null, sealedText: letter.sealedText ?? null },
        );
        return true;
      } catch (error) {
        if (!isDuplicateKey(error, 'letter_source')) throw error;
        return false;
      }
    },

    lease: (media, limit, leaseMs) => leaseDue(system, media, limit, leaseMs),

    async find(reader, id) {
      const [row] = await reader.query<LetterRow>(FIND, { id });
      return row === undefined ? undefined : fileOf(row, reader, masters);
    },

    async keepContent(tx, { letterId, lease }, sealed) {
      return (await tx.execute(KEEP, { letterId, lease, sealed })).affectedRows === 1;
    },

    async record(tx, { letterId, lease }, { at, error, retryInMs }) {
      const [row] = await tx.query<{ attempts: number; failures: number }>(LOCK, { letterId, lease });
      if (row === undefined) return false;
      const failed = error !== undefined;
      const state = failed ? (retryInMs === undefined ? 'GIVEN_UP' : 'FAILED') : 'SENT';
      await tx.execute(RECORD, {
        letterId,
        lease,
        state,
        failures: failed ? row.failures + 1 : 0,
        error: error ?? null,
        sentAt: failed ? null : at,
        microseconds: retryInMs === undefined ? null : retryInMs * 1000,
      });
      await tx.insertMany('letter_attempt', [
        { letter_id: letterId, number: row.attempts + 1, at, error: error ?? null },
      ]);
      return true;
    },

    async lock(tx, letterId) {
      return (await tx.query<Pick<LetterFile, 'state' | 'version'>>(LOCK_ANY, { letterId }))[0];
    },

    async queueAgain(tx, letterId) {
      await tx.execute(AGAIN, { letterId });
    },

    async comeBack(tx, letterId, error, at) {
      const [row] = await tx.query<Pick<LetterFile, 'purpose'> & { attempts: number }>(SENT, { letterId });
      if (row === undefined) return undefined;
      await tx.execute(COME_BACK, { letterId, error });
      await tx.insertMany('letter_attempt', [{ letter_id: letterId, number: row.attempts + 1, at, error }]);
      return row.purpose;
    },
  };
}

const DUE = `state IN ('QUEUED', 'FAILED', 'SENDING') AND next_step_at <= UTC_TIMESTAMP(3)`;

/** Looks without locking and then takes with a condition, so that of several processes only one gets each letter. */
async function leaseDue(
  system: Database['system'],
  media: readonly LetterMedium[],
  limit: number,
  leaseMs: number,
): Promise<LeasedLetter[]> {
  if (media.length === 0) return [];
  const due = await system.query<{ tenantId: string; letterId: string }>(
    `SELECT tenant_id AS tenantId, id AS letterId FROM letter
     WHERE ${DUE} AND medium IN (:media) ORDER BY next_step_at LIMIT ${String(Math.trunc(limit))}`,
    { media },
  );
  const leased: LeasedLetter[] = [];
  for (const { tenantId, letterId } of due) {
    const lease = newId();
    const { affectedRows } = await system.execute(
      `UPDATE letter SET state = 'SENDING', lease_holder = :lease, next_step_at = ${SOON}
       WHERE tenant_id = :tenantId AND id = :letterId AND ${DUE}`,
      { tenantId, letterId, lease, microseconds: leaseMs * 1000 },
    );
    if (affectedRows === 1) leased.push({ tenantId, letterId, lease });
  }
  return leased;
}

function fileOf(row: LetterRow, { tenantId }: TenantReader, masters: MasterKeys): LetterFile {
  const { customerId, replyId, tells, sealedText, sealedContent, number, channel, receivedAt, ...rest } = row;
  const { wrappedKey, sealedIdentity, ...letter } = rest;
  const key = wrappedKey === null ? undefined : openSubjectKey(masters, { tenantId, customerId }, wrappedKey);
  return {
    ...letter,
    replyId: replyId ?? undefined,
    tells: JSON.parse(tells) as Telling[],
    sealedText: sealedText ?? undefined,
    sealedContent: sealedContent ?? undefined,
    complaint: { number, channel, receivedAt },
    addressee:
      key === undefined || sealedIdentity === null
        ? undefined
        : { key, identity: JSON.parse(key.openText(IDENTITY_PLACE, sealedIdentity)) as Identity },
  };
}

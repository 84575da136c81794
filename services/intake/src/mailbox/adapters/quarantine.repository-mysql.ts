import { createHash } from 'node:crypto';
import { blindIndex } from '../../personal-data/blind-index';
import type { MasterKeys } from '../../personal-data/master-keys';
import { newSubjectKey, openSubjectKey } from '../../personal-data/subject-key';
import type { Quarantine, QuarantineEntry } from '../model/quarantine.repository';
import type { LockedMail } from '../model/quarantined-mail.model';
import { HEADING_PLACE, partPlace, partsOf, wholeOf } from '../model/sealed-mail';

interface RetriedRow {
  readonly id: string;
  readonly uidValidity: string;
  readonly uid: string;
  readonly receivedAt: Date;
  readonly tooLarge: number;
  readonly parts: number;
}

interface PartRow {
  readonly number: number;
  readonly sealedPart: Buffer;
  readonly wrappedKey: Buffer | null;
}

const KNOWN = `
  SELECT q.id FROM quarantined_mail q
  WHERE q.tenant_id = :tenantId AND q.mailbox = :mailbox AND q.content_digest = :digest`;
const TO_RETRY = (limit: number) => `
  SELECT q.id, q.uid_validity AS uidValidity, q.uid, q.received_at AS receivedAt, q.too_large AS tooLarge, q.parts
  FROM quarantined_mail q WHERE q.tenant_id = :tenantId AND q.state = 'AGAIN' AND q.mailbox = :mailbox
  ORDER BY q.received_at, q.id LIMIT ${limit}`;
const PARTS = `
  SELECT p.number, p.sealed_part AS sealedPart, q.wrapped_key AS wrappedKey
  FROM quarantined_mail_part p JOIN quarantined_mail q ON q.tenant_id = p.tenant_id AND q.id = p.mail_id
  WHERE p.tenant_id = :tenantId AND q.tenant_id = :tenantId AND p.mail_id = :id ORDER BY p.number`;
const BEGIN = `
  UPDATE quarantined_mail q SET q.state = 'WAITING', q.attempts = q.attempts + 1, q.version = q.version + 1
  WHERE q.tenant_id = :tenantId AND q.id = :id`;
const FAIL = 'UPDATE quarantined_mail q SET q.error = :error WHERE q.tenant_id = :tenantId AND q.id = :id';
const SETTLE = `
  UPDATE quarantined_mail q SET q.state = 'TAKEN_IN', q.wrapped_key = NULL, q.sealed_heading = NULL, q.parts = 0, q.sender_index = NULL,
    q.version = q.version + 1
  WHERE q.tenant_id = :tenantId AND q.id = :id`;
const DROP_PARTS = 'DELETE p FROM quarantined_mail_part p WHERE p.tenant_id = :tenantId AND p.mail_id = :id';
const LOCK = `
  SELECT q.id, q.mailbox, q.state, q.version FROM quarantined_mail q
  WHERE q.tenant_id = :tenantId AND q.id = :id FOR UPDATE`;
const DECIDE = `
  UPDATE quarantined_mail q SET q.state = :state, q.decided_at = :at, q.decided_by = :by, q.reason = :reason,
    q.version = q.version + 1
  WHERE q.tenant_id = :tenantId AND q.id = :id`;

/** The quarantine in MySQL. A copy belongs to nobody yet, so it is sealed by a key of its own, which goes with it. */
export function mysqlQuarantine(masters: MasterKeys): Quarantine {
  const senderOf = (tenantId: string, { heading: { from } }: QuarantineEntry): Buffer | null =>
    from === undefined ? null : blindIndex(masters.blindIndexKey, tenantId, 'email', from);
  return {
    async enter(tx, entry) {
      const digest = digestOf(entry);
      if ((await tx.query(KNOWN, { mailbox: entry.mailbox, digest })).length > 0) return;
      const { key, wrapped } = newSubjectKey(masters, { tenantId: tx.tenantId, customerId: entry.id });
      const parts = partsOf(entry.source);
      const heading = key.sealText(HEADING_PLACE, JSON.stringify(entry.heading));
      await tx.insertMany('quarantined_mail', [
        {
          ...rowOf(entry, digest),
          ...sealed(wrapped, heading, parts.length),
          sender_index: senderOf(tx.tenantId, entry),
        },
      ]);
      for (const [number, part] of parts.entries()) {
        const row = { mail_id: entry.id, number, sealed_part: key.sealText(partPlace(number), part) };
        await tx.insertMany('quarantined_mail_part', [row]);
      }
    },

    async toRetry(reader, mailbox, limit) {
      const rows = await reader.query<RetriedRow>(TO_RETRY(limit), { mailbox });
      return rows.map(({ uidValidity, uid, tooLarge, parts, ...row }) => ({
        ...{ ...row, uidValidity: BigInt(uidValidity), uid: Number(uid) },
        ...{ tooLarge: Boolean(tooLarge), kept: parts > 0 },
      }));
    },

    async contentOf(reader, id) {
      const rows = await reader.query<PartRow>(PARTS, { id });
      const wrapped = rows[0]?.wrappedKey ?? null;
      if (wrapped === null) return undefined;
      const key = openSubjectKey(masters, { tenantId: reader.tenantId, customerId: id }, wrapped);
      return wholeOf(rows.map(({ number, sealedPart }) => key.openText(partPlace(number), sealedPart)));
    },

    async begin(tx, id) {
      await tx.execute(BEGIN, { id });
    },
    async fail(tx, id, error) {
      await tx.execute(FAIL, { id, error });
    },
    async settle(tx, id) {
      await tx.execute(SETTLE, { id });
      await tx.execute(DROP_PARTS, { id });
    },
    async lock(tx, id) {
      return (await tx.query<LockedMail>(LOCK, { id }))[0];
    },
    async decide(tx, id, { state, at, by, reason }) {
      await tx.execute(DECIDE, { id, state, at, by, reason: reason ?? null });
    },
  };
}

/** What makes it the same mail again, also where its mailbox is numbered anew; without content it is its place. */
function digestOf({ source, uidValidity, uid }: QuarantineEntry): Buffer {
  return createHash('sha256')
    .update(source ?? `${uidValidity}:${uid}`)
    .digest();
}

function rowOf(entry: QuarantineEntry, digest: Buffer): Record<string, unknown> {
  return {
    id: entry.id,
    mailbox: entry.mailbox,
    uid_validity: entry.uidValidity,
    uid: entry.uid,
    content_digest: digest,
    received_at: entry.receivedAt,
    size_bytes: entry.sizeBytes,
    too_large: entry.tooLarge,
    attempts: entry.attempts,
    error: entry.error,
    quarantined_at: entry.at,
    state: 'WAITING',
    version: 1,
  };
}

function sealed(wrapped: Buffer, heading: Buffer, parts: number): Record<string, unknown> {
  return { wrapped_key: wrapped, sealed_heading: heading, parts };
}

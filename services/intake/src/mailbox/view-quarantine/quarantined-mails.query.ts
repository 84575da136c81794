import { column, compileWhere, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import { HEADING_PLACE } from '../model/sealed-mail';
import type { MailHeading, QuarantineState } from '../model/quarantined-mail.model';

/** A mail in quarantine as its columns are read. */
export interface QuarantinedRow {
  readonly id: string;
  readonly version: number;
  readonly mailbox: string;
  readonly state: QuarantineState;
  readonly receivedAt: Date;
  readonly quarantinedAt: Date;
  readonly attempts: number;
  readonly error: string;
  readonly sizeBytes: string;
  readonly parts: number;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly wrappedKey: Buffer | null;
  readonly sealedHeading: Buffer | null;
}

const COLUMNS = `q.id, q.version, q.mailbox, q.state, q.received_at AS receivedAt, q.quarantined_at AS quarantinedAt,
  q.attempts, q.error, q.size_bytes AS sizeBytes, q.parts, q.decided_at AS decidedAt, q.decided_by AS decidedBy, q.reason,
  q.wrapped_key AS wrappedKey, q.sealed_heading AS sealedHeading`;
const BY_ID = `SELECT ${COLUMNS} FROM quarantined_mail q WHERE q.tenant_id = :tenantId AND q.id = :id`;

/** The mails that were set aside, the oldest first. */
export function quarantineList(where: object | undefined): KeysetList {
  const filter = compileWhere(where, { state: column('q.state'), receivedAt: column('q.received_at') });
  return {
    name: 'quarantinedMails',
    order: { name: 'RECEIVED_AT_ASC', column: 'q.received_at', direction: 'ascending' },
    idColumn: 'q.id',
    select: COLUMNS,
    from: 'quarantined_mail q',
    where: `q.tenant_id = :tenantId AND (${filter.sql})`,
    params: filter.params,
  };
}

/** One of them. */
export async function quarantinedMailById(reader: TenantReader, id: string): Promise<QuarantinedRow | undefined> {
  return (await reader.query<QuarantinedRow>(BY_ID, { id }))[0];
}

/** Who wrote it about what; nothing once its key is gone. */
export function headingOf(row: QuarantinedRow, tenantId: string, masters: MasterKeys): MailHeading {
  if (row.wrappedKey === null || row.sealedHeading === null) return {};
  const key = openSubjectKey(masters, { tenantId, customerId: row.id }, row.wrappedKey);
  return JSON.parse(key.openText(HEADING_PLACE, row.sealedHeading)) as MailHeading;
}

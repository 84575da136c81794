import { column, compileWhere, idColumn, type KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { IDENTITY_PLACE, type Identity } from '../../customer/model/customer.model';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import { addressFor, masked } from '../model/addressee.model';
import {
  letterContentPlace,
  type LetterContent,
  type LetterLanguage,
  type LetterMedium,
  type LetterPurpose,
  type LetterState,
} from '../model/letter.model';

/** A letter as its columns are read. */
export interface LetterRecord {
  readonly id: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly purpose: LetterPurpose;
  readonly language: LetterLanguage;
  readonly medium: LetterMedium;
  readonly state: LetterState;
  readonly error: string | null;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly sentAt: Date | null;
  readonly version: number;
  readonly sealedContent: Buffer | null;
  readonly wrappedKey: Buffer | null;
  readonly sealedIdentity: Buffer | null;
}

/** An attempt as its columns are read. */
export interface AttemptRecord {
  readonly letterId: string;
  readonly at: Date;
  readonly error: string | null;
}

const COLUMNS = `l.id, l.complaint_id AS complaintId, l.customer_id AS customerId, l.purpose, l.language, l.medium, l.state,
  l.error, l.requested_at AS requestedAt, l.requested_by AS requestedBy, l.sent_at AS sentAt, l.version,
  l.sealed_content AS sealedContent, i.wrapped_key AS wrappedKey, i.sealed_identity AS sealedIdentity`;
const TABLES = 'letter l JOIN customer_identity i ON i.tenant_id = l.tenant_id AND i.customer_id = l.customer_id';
const SCOPE = 'l.tenant_id = :tenantId AND i.tenant_id = :tenantId';
const OF_COMPLAINTS = `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${SCOPE} AND l.complaint_id IN (:complaintIds) ORDER BY l.id`;
const BY_ID = `SELECT ${COLUMNS} FROM ${TABLES} WHERE ${SCOPE} AND l.id = :id`;
const ATTEMPTS = `
  SELECT t.letter_id AS letterId, t.at, t.error FROM letter_attempt t
  WHERE t.tenant_id = :tenantId AND t.letter_id IN (:letterIds) ORDER BY t.letter_id, t.number`;

/** The letters about complaints, the oldest first, with one statement. */
export async function lettersOfComplaints(
  reader: TenantReader,
  complaintIds: readonly string[],
): Promise<readonly (readonly LetterRecord[])[]> {
  const records = await reader.query<LetterRecord>(OF_COMPLAINTS, { complaintIds });
  return complaintIds.map((id) => records.filter(({ complaintId }) => complaintId === id));
}

/** One letter. */
export async function letterById(reader: TenantReader, id: string): Promise<LetterRecord | undefined> {
  return (await reader.query<LetterRecord>(BY_ID, { id }))[0];
}

/** The attempts with letters, with one statement. */
export async function attemptsOfLetters(
  reader: TenantReader,
  letterIds: readonly string[],
): Promise<readonly (readonly AttemptRecord[])[]> {
  const records = await reader.query<AttemptRecord>(ATTEMPTS, { letterIds });
  return letterIds.map((id) => records.filter(({ letterId }) => letterId === id));
}

/** The letters of an organisation, the last asked for first. */
export function letterList(where: object | undefined): KeysetList {
  const filter = compileWhere(where, {
    state: column('l.state'),
    purpose: column('l.purpose'),
    complaint: idColumn('l.complaint_id', 'Complaint'),
    requestedAt: column('l.requested_at'),
  });
  return {
    name: 'letters',
    order: { name: 'REQUESTED_AT_DESC', column: 'l.requested_at', direction: 'descending' },
    idColumn: 'l.id',
    select: COLUMNS,
    from: TABLES,
    where: `${SCOPE} AND (${filter.sql})`,
    params: filter.params,
  };
}

/** Where a letter went or will go, masked; `null` for an addressee whose data was erased, or who has no address. */
export function maskedAddress(record: LetterRecord, tenantId: string, masters: MasterKeys): string | null {
  const { id, customerId, medium, wrappedKey, sealedContent, sealedIdentity } = record;
  if (wrappedKey === null || sealedIdentity === null) return null;
  const key = openSubjectKey(masters, { tenantId, customerId }, wrappedKey);
  if (sealedContent !== null) {
    return masked((JSON.parse(key.openText(letterContentPlace(id), sealedContent)) as LetterContent).to);
  }
  const address = addressFor(JSON.parse(key.openText(IDENTITY_PLACE, sealedIdentity)) as Identity, medium);
  return address === undefined ? null : masked(address);
}

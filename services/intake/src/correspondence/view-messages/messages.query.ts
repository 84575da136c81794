import type { Channel } from '@redress/contracts';
import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import type { LetterMedium } from '../model/letter.model';
import {
  correspondencePlace,
  KEPT_PLACE,
  type KeptMessage,
  type Sender,
} from '../receive-message/inbound-message.model';

/** A message on a complaint, opened. */
export interface CorrespondenceRecord {
  readonly id: string;
  readonly complaintId: string;
  readonly medium: LetterMedium;
  readonly fromComplainant: boolean;
  readonly receivedAt: Date;
  readonly content: { readonly sender: Sender; readonly subject?: string; readonly text: string } | undefined;
}

interface CorrespondenceRow extends Omit<CorrespondenceRecord, 'content' | 'fromComplainant'> {
  readonly customerId: string;
  readonly fromComplainant: number;
  readonly sealedContent: Buffer;
  readonly wrappedKey: Buffer | null;
}

/** A message that waits, as its columns are read. */
export interface UnroutedRow {
  readonly id: string;
  readonly source: string;
  readonly channel: Channel;
  readonly reason: string | null;
  readonly receivedAt: Date;
  readonly refusedFiles: number;
  readonly version: number;
  readonly wrappedKey: Buffer | null;
  readonly sealedMessage: Buffer | null;
}

const OF_COMPLAINTS = `
  SELECT m.id, m.complaint_id AS complaintId, c.customer_id AS customerId, m.medium,
    m.from_complainant AS fromComplainant, m.received_at AS receivedAt, m.sealed_content AS sealedContent,
    i.wrapped_key AS wrappedKey
  FROM correspondence m
  JOIN complaint c ON c.tenant_id = m.tenant_id AND c.id = m.complaint_id
  JOIN customer_identity i ON i.tenant_id = c.tenant_id AND i.customer_id = c.customer_id
  WHERE m.tenant_id = :tenantId AND c.tenant_id = :tenantId AND i.tenant_id = :tenantId
    AND m.complaint_id IN (:complaintIds) AND (:theirs IS NULL OR m.from_complainant = :theirs)
  ORDER BY m.id`;

/** The messages on complaints, the oldest first, with one statement; a complainant sees their own. */
export async function correspondenceOf(
  reader: TenantReader,
  masters: MasterKeys,
  complaintIds: readonly string[],
  { onlyTheirs }: { readonly onlyTheirs: boolean },
): Promise<readonly (readonly CorrespondenceRecord[])[]> {
  const theirs = onlyTheirs ? true : null;
  const rows = await reader.query<CorrespondenceRow>(OF_COMPLAINTS, { complaintIds, theirs });
  const records = rows.map((row) => recordOf(row, reader.tenantId, masters));
  return complaintIds.map((id) => records.filter(({ complaintId }) => complaintId === id));
}

/** The messages that wait, the oldest first. */
export const unroutedList: KeysetList = {
  name: 'unroutedMessages',
  order: { name: 'RECEIVED_AT_ASC', column: 'm.received_at', direction: 'ascending' },
  idColumn: 'm.id',
  select: `m.id, m.source, m.channel, m.reason, m.received_at AS receivedAt, m.refused_files AS refusedFiles, m.version,
    m.wrapped_key AS wrappedKey, m.sealed_message AS sealedMessage`,
  from: 'inbound_message m',
  where: `m.tenant_id = :tenantId AND m.state = 'UNROUTED'`,
};

/** What a message that waits says. */
export function keptMessageOf(row: UnroutedRow, tenantId: string, masters: MasterKeys): KeptMessage | undefined {
  if (row.wrappedKey === null || row.sealedMessage === null) return undefined;
  const key = openSubjectKey(masters, { tenantId, customerId: row.id }, row.wrappedKey);
  return JSON.parse(key.openText(KEPT_PLACE, row.sealedMessage)) as KeptMessage;
}

function recordOf(row: CorrespondenceRow, tenantId: string, masters: MasterKeys): CorrespondenceRecord {
  const { customerId, sealedContent, wrappedKey, fromComplainant, ...record } = row;
  const key = wrappedKey === null ? undefined : openSubjectKey(masters, { tenantId, customerId }, wrappedKey);
  const text = key?.openText(correspondencePlace(row.id), sealedContent);
  return {
    ...record,
    fromComplainant: Boolean(fromComplainant),
    content: text === undefined ? undefined : (JSON.parse(text) as NonNullable<CorrespondenceRecord['content']>),
  };
}

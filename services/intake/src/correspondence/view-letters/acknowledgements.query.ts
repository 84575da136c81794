import type { KeysetList } from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import {
  COMPLAINT_COLUMNS,
  COMPLAINT_SCOPE,
  COMPLAINT_TABLES,
} from '../../complaint/view-complaints/complaint-record.query';
import type { AcknowledgementMeans, AcknowledgementState } from '../model/acknowledgement.rules';

/** An acknowledgement as its columns are read. */
export interface AcknowledgementRow {
  readonly complaintId: string;
  readonly state: AcknowledgementState;
  readonly tells: string | null;
  readonly means: AcknowledgementMeans | null;
  readonly at: Date | null;
  readonly by: string | null;
}

const OF_COMPLAINTS = `
  SELECT a.complaint_id AS complaintId, a.state, a.tells, a.means, a.acknowledged_at AS at, a.acknowledged_by AS \`by\`
  FROM acknowledgement a WHERE a.tenant_id = :tenantId AND a.complaint_id IN (:complaintIds)`;

/** The acknowledgements of complaints, with one statement; `null` for those of before, and for history. */
export async function acknowledgementsOf(
  reader: TenantReader,
  complaintIds: readonly string[],
): Promise<readonly (AcknowledgementRow | null)[]> {
  const rows = await reader.query<AcknowledgementRow>(OF_COMPLAINTS, { complaintIds });
  return complaintIds.map((id) => rows.find(({ complaintId }) => complaintId === id) ?? null);
}

/** Complaints whose complainants a person has to tell, the oldest receipt first. */
export const dueAcknowledgementList: KeysetList = {
  name: 'dueAcknowledgements',
  order: { name: 'RECEIVED_AT_ASC', column: 'a.received_at', direction: 'ascending' },
  idColumn: 'a.complaint_id',
  select: COMPLAINT_COLUMNS,
  from: `${COMPLAINT_TABLES} JOIN acknowledgement a ON a.tenant_id = c.tenant_id AND a.complaint_id = c.id`,
  where: `${COMPLAINT_SCOPE} AND a.tenant_id = :tenantId AND a.state = 'DUE'`,
  params: { confinedTo: null },
};

import { appendEvents } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import { samePerson } from '../model/duplicate.rules';
import { comparedComplaints } from '../view-duplicates/compared-complaints.query';
import type { ComplaintLink, ComplaintLinks } from '../model/complaint-links.repository';
import { complaintMergedEvent, complaintUnmergedEvent } from '../published/complaint-merge.publication';

const HAS_DUPLICATES = `
  SELECT 1 AS found FROM complaint c WHERE c.tenant_id = :tenantId AND c.merged_into = :complaintId LIMIT 1`;
const SET = `
  UPDATE complaint c SET c.merged_into = :into, c.version = :version
  WHERE c.tenant_id = :tenantId AND c.id = :complaintId AND c.version = :version - 1`;

/** Links in MySQL, as a column of the complaint: there can be one only. */
export const mysqlComplaintLinks: ComplaintLinks = {
  async areOfOnePerson(reader, one, other) {
    const compared = await comparedComplaints(reader, [one, other]);
    const [own, others] = [one, other].map((id) => compared.find((complaint) => complaint.id === id));
    return own !== undefined && others !== undefined && samePerson(own, others) !== undefined;
  },

  async hasDuplicates(reader, complaintId) {
    return (await reader.query(HAS_DUPLICATES, { complaintId })).length > 0;
  },

  async merge(tx, link) {
    await set(tx, link, link.into);
    await appendEvents(tx, { id: link.complaintId, version: link.version }, [complaintMergedEvent(link)]);
  },

  async unmerge(tx, link) {
    await set(tx, link, null);
    await appendEvents(tx, { id: link.complaintId, version: link.version }, [complaintUnmergedEvent(link)]);
  },
};

async function set(tx: TenantTransaction, { complaintId, version }: ComplaintLink, into: string | null): Promise<void> {
  const { affectedRows } = await tx.execute(SET, { complaintId, into, version });
  if (affectedRows !== 1) throw new Error(`complaint ${complaintId} was not locked before version ${version}`);
}

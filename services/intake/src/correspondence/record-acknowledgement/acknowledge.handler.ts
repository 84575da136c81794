import { appendEvents } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import type { AcknowledgementBook, Told } from '../model/acknowledgement-book.repository';
import type { AddressedComplaints } from '../model/addressed-complaint.repository';
import type { Telling } from '../model/letter.model';
import { complaintAcknowledgedEvent } from '../published/complaint-acknowledged.publication';

/** What recording an acknowledgement touches. */
export interface AcknowledgePorts {
  readonly acknowledgements: AcknowledgementBook;
  readonly complaints: AddressedComplaints;
}

/** Records that a complainant was told, and publishes it; a second time changes nothing. Tells whether it was the first. */
export async function acknowledge(
  tx: TenantTransaction,
  complaint: { readonly id: string; readonly receivedAt: Date },
  told: Told,
  { tells, ports }: { readonly tells: readonly Telling[]; readonly ports: AcknowledgePorts },
): Promise<boolean> {
  const before = await ports.complaints.lock(tx, complaint.id);
  if (before === undefined) return false;
  const record = await ports.acknowledgements.lock(tx, complaint.id);
  if (record?.state === 'DONE') return false;
  const version = await ports.complaints.countChange(tx, complaint.id, before);
  await ports.acknowledgements.done(tx, complaint.id, told, complaint.receivedAt);
  await appendEvents(tx, { id: complaint.id, version }, [complaintAcknowledgedEvent(complaint.id, told, tells)]);
  return true;
}

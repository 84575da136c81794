import { accept, refuse, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { confinedTo, type Person } from '../../customer/model/visibility.rules';
import type { AttachmentFile } from '../model/attachment-file.repository';
import { ATTACHMENTS_AT_MOST, TICKET_VALID_MS } from '../model/attachment.model';
import type { RequestUpload } from './request-upload.command';
import { uploadProblems, type UploadRefusal } from './request-upload.policy';

/** What a request for an upload needs around it. */
export interface RequestUploadPorts {
  readonly database: Database;
  readonly attachments: AttachmentFile;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A ticket as it is kept for repeated calls; the moment as RFC 3339. */
export interface Ticket {
  readonly attachmentId: string;
  readonly expiresAt: string;
}

/** Gives a ticket with which one file may be added to a complaint. */
export async function requestUpload(
  command: RequestUpload,
  person: Person,
  idempotencyKey: string,
  ports: RequestUploadPorts,
): Promise<CommandResult<Ticket, UploadRefusal>> {
  const { tenantId, subject } = person;
  const call = { tenantId, operation: 'requestAttachmentUpload', subject, idempotencyKey, request: command };
  return executeCommand<Ticket, UploadRefusal>(ports.database, call, (tx) => giveTicket(tx, command, person, ports));
}

async function giveTicket(
  tx: TenantTransaction,
  command: RequestUpload,
  person: Person,
  { attachments, clock, newId }: RequestUploadPorts,
): Promise<Outcome<Ticket, UploadRefusal>> {
  const [problem, ...others] = uploadProblems(command);
  if (problem !== undefined) return refuse(problem, ...others);
  const complaint = await attachments.lockComplaint(tx, command.complaintId);
  const confined = confinedTo(person);
  if (complaint === undefined || (confined !== undefined && complaint.customerId !== confined)) {
    return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  }
  const now = clock.now();
  if ((await attachments.countAfterExpiry(tx, complaint.id, now)) >= ATTACHMENTS_AT_MOST) {
    return refuse({
      code: 'INTAKE_TOO_MANY_ATTACHMENTS',
      path: ['complaintId'],
      facts: { limit: ATTACHMENTS_AT_MOST },
      details: { limit: ATTACHMENTS_AT_MOST },
    });
  }
  const id = newId();
  const expiresAt = new Date(now.getTime() + TICKET_VALID_MS);
  await attachments.enter(tx, {
    ...command,
    id,
    state: 'REQUESTED',
    sha256: null,
    requestedBy: person.subject,
    requestedAt: now,
    expiresAt,
  });
  return accept({ attachmentId: id, expiresAt: expiresAt.toISOString() });
}

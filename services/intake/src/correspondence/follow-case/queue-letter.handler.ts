import type { Clock } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { inForceAt } from '../../regulation/model/adoption.model';
import { acknowledgementTells, namesHandler } from '../model/acknowledgement.rules';
import type { AddressedComplaint, AddressedComplaints } from '../model/addressed-complaint.repository';
import { addresseeOf } from '../model/addressee.model';
import type { LetterOutbox } from '../model/letter-outbox.repository';
import { letterLanguage, type LetterMedium, type LetterPurpose } from '../model/letter.model';
import type { LetterTemplates } from '../templates/letter-templates.repository';

/** What putting a letter into the outbox needs around it. */
export interface QueueLetterPorts {
  readonly complaints: AddressedComplaints;
  readonly outbox: LetterOutbox;
  readonly templates: LetterTemplates;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A letter that something in the handling of a complaint asks for. */
export interface LetterRequest {
  readonly complaintId: string;
  readonly purpose: LetterPurpose;
  readonly source: string;
  readonly replyId?: string;
  /** How it is to travel, where somebody said so. */
  readonly medium?: LetterMedium;
  readonly requestedBy: string;
}

/** Puts a letter into the outbox, if the complainant can be written to. */
export async function queueLetter(
  tx: TenantTransaction,
  request: LetterRequest,
  ports: QueueLetterPorts,
): Promise<void> {
  const complaint = await ports.complaints.find(tx, request.complaintId);
  const addressee = complaint && addresseeOf(complaint.addressee?.identity, complaint.channel, request.medium);
  if (complaint === undefined || addressee === undefined) return;
  const setting = await ports.templates.readSetting(tx);
  await ports.outbox.enter(tx, {
    ...request,
    id: ports.newId(),
    customerId: complaint.customerId,
    language: letterLanguage(complaint.preferredLanguage, setting.defaultLanguage),
    medium: addressee.medium,
    tells: [],
    requestedAt: ports.clock.now(),
  });
}

/** Tells the complainant who handles the complaint, where the regulation wants them to know (IN-08). */
export async function nameHandler(
  tx: TenantTransaction,
  request: Omit<LetterRequest, 'purpose'>,
  ports: QueueLetterPorts,
): Promise<void> {
  const complaint = await ports.complaints.find(tx, request.complaintId);
  if (complaint === undefined || !(await wantsName(tx, complaint, ports))) return;
  await queueLetter(tx, { ...request, purpose: 'HANDLER_NAMED' }, ports);
}

async function wantsName(
  tx: TenantTransaction,
  { channel, receivedAt }: AddressedComplaint,
  { adoptions }: QueueLetterPorts,
): Promise<boolean> {
  const adoption = inForceAt(await adoptions.read(tx, receivedAt), receivedAt);
  return namesHandler(acknowledgementTells(adoption?.regulation, channel, { always: false }) ?? []);
}

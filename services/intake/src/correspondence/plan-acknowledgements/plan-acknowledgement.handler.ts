import type { Clock } from '@redress/kernel';
import type { Logger } from '@redress/observability';
import type { Database, TenantTransaction } from '@redress/persistence';
import type { AdoptionBook } from '../../regulation/model/adoption-book.repository';
import { inForceAt } from '../../regulation/model/adoption.model';
import type { AcknowledgementBook } from '../model/acknowledgement-book.repository';
import { acknowledgementTells } from '../model/acknowledgement.rules';
import type { AddressedComplaint, AddressedComplaints } from '../model/addressed-complaint.repository';
import { addresseeOf } from '../model/addressee.model';
import type { LetterOutbox } from '../model/letter-outbox.repository';
import { letterLanguage } from '../model/letter.model';
import type { LetterTemplates } from '../templates/letter-templates.repository';

/** What deciding about an acknowledgement needs around it. */
export interface PlanAcknowledgementPorts {
  readonly database: Database;
  readonly acknowledgements: AcknowledgementBook;
  readonly complaints: AddressedComplaints;
  readonly outbox: LetterOutbox;
  readonly templates: LetterTemplates;
  readonly adoptions: AdoptionBook;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
}

const AUTHOR = 'system:intake';
const AGAIN_AFTER_MS = 300_000;

/**
 * Decides how complaints that were just registered are acknowledged: by a letter where the complainant can be written
 * to, otherwise by a person, and not at all where neither regulation nor organisation asks for it. One for which it cannot
 * be decided is left for later: no organisation waits for the trouble of another.
 */
export async function planAcknowledgements(ports: PlanAcknowledgementPorts, limit = 50): Promise<number> {
  const waiting = await ports.acknowledgements.undecided(limit);
  for (const { tenantId, complaintId } of waiting) {
    await ports.database
      .transaction(tenantId, (tx) => plan(tx, complaintId, ports))
      .catch(async (error: unknown) => {
        ports.logger.error({ error, tenantId, complaintId }, 'an acknowledgement could not be decided');
        await ports.database.transaction(tenantId, (tx) =>
          ports.acknowledgements.postpone(tx, complaintId, AGAIN_AFTER_MS),
        );
      });
  }
  return waiting.length;
}

async function plan(tx: TenantTransaction, complaintId: string, ports: PlanAcknowledgementPorts): Promise<void> {
  const { acknowledgements, complaints, templates } = ports;
  const complaint = await complaints.find(tx, complaintId);
  if (complaint === undefined) throw new Error(`no complaint ${complaintId}`);
  const setting = await templates.readSetting(tx);
  const adoption = inForceAt(await ports.adoptions.read(tx, complaint.receivedAt), complaint.receivedAt);
  const tells = acknowledgementTells(adoption?.regulation, complaint.channel, { always: setting.acknowledgeAlways });
  if (tells === undefined) {
    await acknowledgements.decide(tx, complaintId, { state: 'NOT_DUE', tells: [] });
    return;
  }
  const addressee = addresseeOf(complaint.addressee?.identity, complaint.channel);
  const state = addressee === undefined ? 'DUE' : 'QUEUED';
  const decided = await acknowledgements.decide(tx, complaintId, { state, tells });
  if (!decided || addressee === undefined) return;
  await ports.outbox.enter(tx, {
    ...letterTo(complaint),
    id: ports.newId(),
    purpose: 'ACKNOWLEDGEMENT',
    language: letterLanguage(complaint.preferredLanguage, setting.defaultLanguage),
    medium: addressee.medium,
    source: 'registration',
    tells,
    requestedBy: AUTHOR,
    requestedAt: ports.clock.now(),
  });
}

function letterTo({ id, customerId }: AddressedComplaint) {
  return { complaintId: id, customerId };
}

import type { Clock } from '@redress/kernel';
import type { Database, TenantTransaction } from '@redress/persistence';
import { acknowledge, type AcknowledgePorts } from '../record-acknowledgement/acknowledge.handler';
import { addressFor } from '../model/addressee.model';
import { CaseHandlingAway } from '../model/case-facts.client';
import type { LetterCarrier } from '../model/letter-carrier.client';
import type { LetterFile } from '../model/letter-file.repository';
import type { LeasedLetter, LetterOutbox } from '../model/letter-outbox.repository';
import { letterContentPlace, messageIdOf, type LetterContent, type Telling } from '../model/letter.model';
import { pauseAfter } from './back-off';
import { composeLetter, ReplyMissing, type ComposeLetterPorts } from './compose-letter.handler';

/** What sending a letter needs around it. */
export interface SendLetterPorts extends ComposeLetterPorts, AcknowledgePorts {
  readonly database: Database;
  readonly outbox: LetterOutbox;
  readonly carriers: readonly LetterCarrier[];
  /** The part after the `@` of Message-IDs. */
  readonly domain: string;
  readonly clock: Clock;
}

/** A letter as it was written, kept sealed so that every attempt sends the same. */
interface KeptContent extends LetterContent {
  readonly told: readonly Telling[];
}

type Writing = { readonly content: KeptContent } | { readonly error: string; readonly final: boolean };

/**
 * Makes one attempt with a letter. Recorded only after the carrier has answered: a process that dies in between leaves
 * the letter to be sent again, under the same Message-ID.
 */
export async function sendLetter(leased: LeasedLetter, ports: SendLetterPorts): Promise<void> {
  const { database, outbox, clock } = ports;
  const letter = await outbox.find(database.reader(leased.tenantId), leased.letterId);
  if (letter === undefined) return;
  const writing = await write(leased, letter, ports);
  if ('error' in writing) {
    await fail(leased, letter, writing, ports);
    return;
  }
  const { to, subject, text, told } = writing.content;
  const carrier = ports.carriers.find(({ medium }) => medium === letter.medium);
  if (carrier === undefined) throw new Error(`nobody carries ${letter.medium}`);
  const answer = await carrier.send(leased.tenantId, {
    ...{ to, subject, text },
    messageId: messageIdOf(letter.id, letter.round, ports.domain),
    threadId: `<complaint.${letter.complaintId}@${ports.domain}>`,
  });
  if (!answer.taken) {
    await fail(leased, letter, { error: answer.error, final: answer.permanent }, ports);
    return;
  }
  const at = clock.now();
  await database.transaction(leased.tenantId, async (tx) => {
    // The complaint's row comes first, here as everywhere, so that nobody waits for the other in a circle.
    await ports.complaints.lock(tx, letter.complaintId);
    if (!(await outbox.record(tx, leased, { at }))) return;
    if (letter.purpose === 'ACKNOWLEDGEMENT') await tellAcknowledged(tx, letter, { at, told }, ports);
  });
}

function tellAcknowledged(
  tx: TenantTransaction,
  { complaintId, complaint, medium }: LetterFile,
  { at, told }: { readonly at: Date; readonly told: readonly Telling[] },
  ports: SendLetterPorts,
) {
  const receipt = { id: complaintId, receivedAt: complaint.receivedAt };
  return acknowledge(tx, receipt, { at, by: 'system:intake', means: medium }, { tells: told, ports });
}

async function write(leased: LeasedLetter, letter: LetterFile, ports: SendLetterPorts): Promise<Writing> {
  const { addressee } = letter;
  if (addressee === undefined) return { error: 'ADDRESSEE_ERASED', final: true };
  const place = letterContentPlace(letter.id);
  if (letter.sealedContent !== undefined) {
    return { content: JSON.parse(addressee.key.openText(place, letter.sealedContent)) as KeptContent };
  }
  const to = addressFor(addressee.identity, letter.medium);
  if (to === undefined) return { error: 'NO_ADDRESS', final: true };
  try {
    const { subject, body, told } = await composeLetter(ports.database.reader(leased.tenantId), letter, ports);
    const content: KeptContent = { to, subject, text: body, told };
    const sealed = addressee.key.sealText(place, JSON.stringify(content));
    const ours = await ports.database.transaction(leased.tenantId, (tx) =>
      ports.outbox.keepContent(tx, leased, sealed),
    );
    return ours ? { content } : { error: 'LEASE_LOST', final: false };
  } catch (error) {
    if (error instanceof CaseHandlingAway) return { error: 'CASE_HANDLING_AWAY', final: false };
    if (error instanceof ReplyMissing) return { error: 'REPLY_NOT_FOUND', final: false };
    throw error;
  }
}

async function fail(
  leased: LeasedLetter,
  letter: LetterFile,
  { error, final }: { readonly error: string; readonly final: boolean },
  { database, outbox, acknowledgements, complaints, clock }: SendLetterPorts,
): Promise<void> {
  const retryInMs = final ? undefined : pauseAfter(letter.failures + 1);
  await database.transaction(leased.tenantId, async (tx) => {
    await complaints.lock(tx, letter.complaintId);
    const attempt = { at: clock.now(), error: error.slice(0, 64) };
    const ours = await outbox.record(tx, leased, retryInMs === undefined ? attempt : { ...attempt, retryInMs });
    const lost = ours && retryInMs === undefined && letter.purpose === 'ACKNOWLEDGEMENT';
    if (lost) await acknowledgements.fallDue(tx, letter.complaintId);
  });
}

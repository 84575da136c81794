import { accept, refuse, type Outcome, type Refusal } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import { addresseeOf } from '../model/addressee.model';
import { letterLanguage, letterTextPlace, type LetterPurpose } from '../model/letter.model';
import type { QueueLetterPorts } from '../follow-case/queue-letter.handler';

/** A person asks for a letter in their own words. */
export interface RequestLetter {
  readonly complaintId: string;
  readonly purpose: LetterPurpose;
  readonly text: string;
}

export type RequestLetterRefusal =
  | 'NOT_FOUND'
  | 'INTAKE_TEXT_MISSING'
  | 'INTAKE_VALUE_TOO_LONG'
  | 'INTAKE_LETTER_NOT_WRITTEN_BY_HAND'
  | 'INTAKE_NO_ADDRESS';

/** What asking for a letter needs around it. */
export interface RequestLetterPorts extends QueueLetterPorts {
  readonly database: Database;
}

/** Letters that a person writes; the others say what the system knows, or what case handling has decided. */
export const WRITTEN_BY_HAND: readonly LetterPurpose[] = [
  'REFUSAL_OF_ACCEPTANCE',
  'FORWARDED',
  'FOLLOW_UP',
  'EXTENSION',
];

const TEXT_LENGTH_AT_MOST = 10_000;

/** Puts a letter with a person's words into the outbox. */
export function requestLetter(
  command: RequestLetter,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  ports: RequestLetterPorts,
): Promise<CommandResult<{ readonly letterId: string }, RequestLetterRefusal>> {
  const call = { tenantId, operation: 'requestLetter', subject, idempotencyKey, request: command };
  return executeCommand(ports.database, call, (tx) => request(tx, command, subject, ports));
}

async function request(
  tx: TenantTransaction,
  { complaintId, purpose, text }: RequestLetter,
  subject: string,
  { complaints, templates, outbox, clock, newId }: RequestLetterPorts,
): Promise<Outcome<{ readonly letterId: string }, RequestLetterRefusal>> {
  const [problem, ...others] = problemsOf(purpose, text);
  if (problem !== undefined) return refuse(problem, ...others);
  const complaint = await complaints.find(tx, complaintId);
  if (complaint === undefined) return refuse({ code: 'NOT_FOUND', path: ['complaintId'] });
  const { addressee } = complaint;
  const way = addresseeOf(addressee?.identity, complaint.channel);
  if (addressee === undefined || way === undefined) return refuse({ code: 'INTAKE_NO_ADDRESS', path: ['complaintId'] });
  const letterId = newId();
  const { defaultLanguage } = await templates.readSetting(tx);
  await outbox.enter(tx, {
    id: letterId,
    complaintId,
    customerId: complaint.customerId,
    purpose,
    language: letterLanguage(complaint.preferredLanguage, defaultLanguage),
    medium: way.medium,
    source: `request:${letterId}`,
    tells: [],
    sealedText: addressee.key.sealText(letterTextPlace(letterId), text),
    requestedBy: subject,
    requestedAt: clock.now(),
  });
  return accept({ letterId });
}

function problemsOf(purpose: LetterPurpose, text: string): Refusal<RequestLetterRefusal>[] {
  const problems: Refusal<RequestLetterRefusal>[] = [];
  if (!WRITTEN_BY_HAND.includes(purpose)) {
    problems.push({
      code: 'INTAKE_LETTER_NOT_WRITTEN_BY_HAND',
      path: ['purpose'],
      facts: { purpose },
      details: { allowed: WRITTEN_BY_HAND },
    });
  }
  if (text.trim() === '') problems.push({ code: 'INTAKE_TEXT_MISSING', path: ['text'] });
  if (text.length > TEXT_LENGTH_AT_MOST) {
    const facts = { field: 'text', limit: TEXT_LENGTH_AT_MOST };
    problems.push({ code: 'INTAKE_VALUE_TOO_LONG', path: ['text'], facts, details: { limit: TEXT_LENGTH_AT_MOST } });
  }
  return problems;
}

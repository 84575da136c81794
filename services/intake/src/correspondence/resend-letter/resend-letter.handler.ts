import { accept, refuse, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import type { Person } from '../../customer/model/visibility.rules';
import type { LetterOutbox } from '../model/letter-outbox.repository';

/** Asks for a letter to be sent once more. */
export interface ResendLetter {
  readonly letterId: string;
  readonly expectedVersion: number;
}

export type ResendLetterRefusal = 'NOT_FOUND' | 'VERSION_CONFLICT' | 'INTAKE_LETTER_ON_ITS_WAY';

/** What sending again needs around it. */
export interface ResendLetterPorts {
  readonly database: Database;
  readonly outbox: LetterOutbox;
}

/** Sends a letter once more that was sent, given up or came back, to the address that is known today. */
export function resendLetter(
  command: ResendLetter,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, outbox }: ResendLetterPorts,
): Promise<CommandResult<{ readonly letterId: string }, ResendLetterRefusal>> {
  const call = { tenantId, operation: 'resendLetter', subject, idempotencyKey, request: command };
  return executeCommand(database, call, (tx) => resend(tx, command, outbox));
}

async function resend(
  tx: TenantTransaction,
  { letterId, expectedVersion }: ResendLetter,
  outbox: LetterOutbox,
): Promise<Outcome<{ readonly letterId: string }, ResendLetterRefusal>> {
  const letter = await outbox.lock(tx, letterId);
  if (letter === undefined) return refuse({ code: 'NOT_FOUND', path: ['letterId'] });
  if (letter.version !== expectedVersion) {
    return refuse({ code: 'VERSION_CONFLICT', path: ['expectedVersion'], details: { currentVersion: letter.version } });
  }
  if (letter.state === 'SENDING' || letter.state === 'QUEUED') {
    return refuse({ code: 'INTAKE_LETTER_ON_ITS_WAY', path: ['letterId'], details: { currentState: letter.state } });
  }
  await outbox.queueAgain(tx, letterId);
  return accept({ letterId });
}

import { accept, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { reasonProblem } from '../../complaint/model/change-reason.rules';
import type { Person } from '../../customer/model/visibility.rules';
import type { Mailbox } from '../model/mailbox-settings';
import type { Quarantine } from '../model/quarantine.repository';
import { decisionProblem, type QuarantineRefusal } from '../model/quarantine.rules';

/** What deciding of mails in quarantine needs around it. */
export interface DecideQuarantinePorts {
  readonly database: Database;
  readonly quarantine: Quarantine;
  readonly mailboxes: readonly Mailbox[];
  readonly clock: Clock;
}

/** What a person decides of a mail that was set aside: to try it again, or, with a reason, to leave it out. */
export interface DecideQuarantine {
  readonly mailId: string;
  readonly expectedVersion: number;
  readonly reason?: string;
}

/** Decides of a mail in quarantine; the answer is its id. */
export function decideQuarantine(
  command: DecideQuarantine,
  { tenantId, subject }: Person,
  idempotencyKey: string,
  { database, quarantine, mailboxes, clock }: DecideQuarantinePorts,
): Promise<CommandResult<string, QuarantineRefusal>> {
  const { mailId, expectedVersion, reason } = command;
  const operation = reason === undefined ? 'takeQuarantinedMailAgain' : 'dismissQuarantinedMail';
  const call = { tenantId, operation, subject, idempotencyKey, request: command };
  return executeCommand<string, QuarantineRefusal>(database, call, async (tx) => {
    const unreasoned = reason === undefined ? undefined : reasonProblem(reason);
    if (unreasoned !== undefined) return refuse(unreasoned);
    const mail = await quarantine.lock(tx, mailId);
    const connected = mailboxes.some(({ tenant, id }) => tenant === tenantId && id === mail?.mailbox);
    const problem = decisionProblem(mail, { expectedVersion, dismisses: reason !== undefined, connected });
    if (problem !== undefined) return refuse(problem);
    const state = reason === undefined ? 'AGAIN' : 'DISMISSED';
    const why = reason === undefined ? {} : { reason: reason.trim() };
    await quarantine.decide(tx, mailId, { state, at: clock.now(), by: subject, ...why });
    return accept(mailId);
  });
}

import type { Refusal } from '@redress/kernel';
import type { LockedMail } from './quarantined-mail.model';

export type QuarantineRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INTAKE_REASON_OUT_OF_BOUNDS'
  | 'INTAKE_QUARANTINE_DECIDED'
  | 'INTAKE_MAILBOX_NOT_CONNECTED';

/** A decision of a mail, as far as it can be refused. */
interface Decision {
  readonly expectedVersion: number;
  readonly dismisses: boolean;
  /** Whether the mailbox that it came into is still read: otherwise it would wait for ever. */
  readonly connected: boolean;
}

/** Why a mail in quarantine cannot be decided of. One that was dismissed can still be tried again. */
export function decisionProblem(
  mail: LockedMail | undefined,
  { expectedVersion, dismisses, connected }: Decision,
): Refusal<QuarantineRefusal> | undefined {
  if (mail === undefined) return { code: 'NOT_FOUND', path: ['mailId'] };
  const { version, state, mailbox } = mail;
  if (version !== expectedVersion) {
    const details = { currentVersion: version, currentState: state };
    return { code: 'VERSION_CONFLICT', path: ['expectedVersion'], details };
  }
  const open = state === 'WAITING' || (state === 'DISMISSED' && !dismisses);
  if (!open) {
    return { code: 'INTAKE_QUARANTINE_DECIDED', path: ['mailId'], facts: { state }, details: { currentState: state } };
  }
  if (!dismisses && !connected) {
    return { code: 'INTAKE_MAILBOX_NOT_CONNECTED', path: ['mailId'], facts: { mailbox } };
  }
  return undefined;
}

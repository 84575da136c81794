import { hasRole, type Actor, type Refusal } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import { performsAs } from '../../staff/model/performer.rules';
import type { ContactHandOver, FirstContact } from './first-contact.model';

export type WindowRefusal = 'INTAKE_NOT_THE_WINDOW';
export type ContactHandOverRefusal =
  | 'NOT_FOUND'
  | 'INTAKE_NO_FIRST_CONTACT'
  | 'INTAKE_NOT_THE_FIRST_CONTACT'
  | 'INTAKE_FIRST_CONTACT_ALREADY'
  | 'INTAKE_STAFF_UNKNOWN'
  | 'INTAKE_VALUE_TOO_LONG';

const LONGEST_NOTE = 1_000;
const DOCUMENTS_AT_MOST = 50;
const LONGEST_DOCUMENT = 200;

/** Those who alone may register the complaints of others; `undefined` where anybody may. */
export function windowOf({ window }: Regulation): readonly string[] | undefined {
  return window?.mode === 'SINGLE_WINDOW' ? window.performers : undefined;
}

/** Whether whoever registers a complaint stays its contact. */
export function keepsFirstContact({ window }: Regulation): boolean {
  return window?.mode === 'FIRST_CONTACT';
}

/**
 * Whether somebody is the window. Of whom no appointments are known, the role of the party counts: appointments are told
 * a moment later, and nobody could register until then.
 */
export function isTheWindow(
  actor: Pick<Actor, 'roles'>,
  parties: readonly string[] | undefined,
  regulation: Regulation,
): boolean {
  const window = windowOf(regulation);
  return window === undefined || performsAs(actor, parties ?? window, regulation, window);
}

/** Only the present contact hands over, or a supervisor for them; to somebody else. */
export function contactHandOverProblems(
  { to, documents, note }: ContactHandOver,
  present: Pick<FirstContact, 'subject'> | undefined,
  actor: Actor,
): Refusal<ContactHandOverRefusal>[] {
  if (present?.subject !== actor.subject && !hasRole(actor, 'supervisor')) {
    const allowed = [...(present === undefined ? [] : [present.subject]), 'supervisor'];
    return [{ code: 'INTAKE_NOT_THE_FIRST_CONTACT', details: { allowed } }];
  }
  return [
    ...(to === present?.subject ? [{ code: 'INTAKE_FIRST_CONTACT_ALREADY', path: ['to'] } as const] : []),
    ...tooLong('note', (note ?? '').length, LONGEST_NOTE),
    ...tooLong('documents', documents.length, DOCUMENTS_AT_MOST),
    ...tooLong('documents', Math.max(0, ...documents.map(({ length }) => length)), LONGEST_DOCUMENT),
  ];
}

function tooLong(field: 'note' | 'documents', length: number, limit: number): Refusal<ContactHandOverRefusal>[] {
  if (length <= limit) return [];
  return [{ code: 'INTAKE_VALUE_TOO_LONG', path: [field], facts: { field, limit }, details: { limit } }];
}

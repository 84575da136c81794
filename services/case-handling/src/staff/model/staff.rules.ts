import { STAFF_ROLES, type Refusal, type Role } from '@redress/kernel';
import type { StaffRefusalCode } from './staff.errors';
import type { StaffMember } from './staff-member.model';

const LONGEST = { subject: 255, name: 200, unitId: 64, delegate: 255 } as const;
const PARTY = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LONGEST_TERRITORY = 64;
const MOST_APPOINTMENTS = 100;
const LARGEST_CAPACITY = 10_000;

type StaffRefusal = Refusal<StaffRefusalCode>;

/** A member of staff has a name, at least one role, none of a complainant, and nobody stands in for themselves. */
export function unfitMember(
  member: Omit<StaffMember, 'id' | 'version' | 'active' | 'absentUntil'>,
): readonly StaffRefusal[] {
  return [
    ...unfitLength('subject', member.subject),
    ...unfitLength('name', member.name),
    ...(member.unitId === undefined ? [] : unfitLength('unitId', member.unitId)),
    ...unfitRoles(member.roles),
    ...unfitAppointments('parties', member.parties, (party) => PARTY.test(party)),
    ...unfitAppointments('territories', member.territories, (code) => fits(code, LONGEST_TERRITORY)),
    ...unfitContact(member.contact),
    ...unfitDelegate(member),
    ...unfitCapacity(member.capacity),
  ];
}

function unfitLength(field: keyof typeof LONGEST, text: string): StaffRefusal[] {
  const path = ['input', field];
  const limit = LONGEST[field];
  if (text.trim() === '') return [{ code: 'CASE_TEXT_MISSING', path, facts: { field } }];
  return text.length > limit ? [{ code: 'CASE_TEXT_TOO_LONG', path, facts: { limit }, details: { limit } }] : [];
}

function unfitRoles(roles: readonly Role[]): StaffRefusal[] {
  const path = ['input', 'roles'];
  if (roles.length === 0) return [{ code: 'CASE_STAFF_ROLE_MISSING', path }];
  const foreign = roles.find((role) => !STAFF_ROLES.includes(role));
  return foreign === undefined
    ? []
    : [{ code: 'CASE_STAFF_ROLE_NOT_POSSIBLE', path, facts: { role: foreign }, details: { allowed: STAFF_ROLES } }];
}

function unfitAppointments(
  field: 'parties' | 'territories',
  codes: readonly string[],
  isFit: (code: string) => boolean,
): StaffRefusal[] {
  if (codes.length > MOST_APPOINTMENTS) {
    return [{ code: 'INPUT_INVALID', path: ['input', field], details: { limit: MOST_APPOINTMENTS } }];
  }
  const unfit = codes.findIndex((code) => !isFit(code));
  return unfit === -1 ? [] : [{ code: 'INPUT_INVALID', path: ['input', field, String(unfit)] }];
}

function unfitContact(contact: StaffMember['contact']): StaffRefusal[] {
  const { phone, email } = contact ?? {};
  return [
    ...(phone === undefined || fits(phone, 64) ? [] : [{ code: 'INPUT_INVALID', path: ['input', 'contact', 'phone'] }]),
    ...(email === undefined || (fits(email, 255) && email.includes('@'))
      ? []
      : [{ code: 'INPUT_INVALID', path: ['input', 'contact', 'email'] }]),
  ] as StaffRefusal[];
}

function unfitDelegate({ subject, delegate }: Pick<StaffMember, 'subject' | 'delegate'>): StaffRefusal[] {
  if (delegate === undefined) return [];
  if (delegate === subject) return [{ code: 'CASE_STAFF_DELEGATE_UNFIT', path: ['input', 'delegate'] }];
  return unfitLength('delegate', delegate);
}

function unfitCapacity(capacity: number | undefined): StaffRefusal[] {
  return capacity === undefined || (capacity >= 0 && capacity <= LARGEST_CAPACITY)
    ? []
    : [{ code: 'INPUT_INVALID', path: ['input', 'capacity'], details: { limit: LARGEST_CAPACITY } }];
}

function fits(text: string, limit: number): boolean {
  return text.trim() !== '' && text.length <= limit;
}

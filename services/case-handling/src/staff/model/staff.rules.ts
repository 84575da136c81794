import { STAFF_ROLES, type Refusal, type Role } from '@redress/kernel';
import type { StaffRefusalCode } from './staff.errors';
import type { StaffMember } from './staff-member.model';

const LONGEST = { subject: 255, name: 200, unitId: 255 } as const;

/** A member of staff has a name, at least one role, and none of a complainant. */
export function unfitMember(
  member: Pick<StaffMember, 'subject' | 'name' | 'roles' | 'unitId'>,
): readonly Refusal<StaffRefusalCode>[] {
  return [
    ...unfitLength('subject', member.subject),
    ...unfitLength('name', member.name),
    ...(member.unitId === undefined ? [] : unfitLength('unitId', member.unitId)),
    ...unfitRoles(member.roles),
  ];
}

function unfitLength(field: keyof typeof LONGEST, text: string): Refusal<StaffRefusalCode>[] {
  const path = ['input', field];
  const limit = LONGEST[field];
  if (text.trim() === '') return [{ code: 'CASE_TEXT_MISSING', path, facts: { field } }];
  return text.length > limit ? [{ code: 'CASE_TEXT_TOO_LONG', path, facts: { limit }, details: { limit } }] : [];
}

function unfitRoles(roles: readonly Role[]): Refusal<StaffRefusalCode>[] {
  const path = ['input', 'roles'];
  if (roles.length === 0) return [{ code: 'CASE_STAFF_ROLE_MISSING', path }];
  const foreign = roles.find((role) => !STAFF_ROLES.includes(role));
  return foreign === undefined
    ? []
    : [{ code: 'CASE_STAFF_ROLE_NOT_POSSIBLE', path, facts: { role: foreign }, details: { allowed: STAFF_ROLES } }];
}

import { present } from '../../complaint-case/model/present-members.model';
import type { WorkContact } from '../model/staff-member.model';
import type { StaffChanges } from '../update-staff-member/update-staff-member.command';
import type { RegisterStaffMember } from './register-staff-member.command';
import type { RegisterStaffMemberInput, UpdateStaffMemberInput, WorkContactInput } from './staff-mutations.gql';

/** A new member as the handler takes it. */
export function registrationFromInput(input: Omit<RegisterStaffMemberInput, 'idempotencyKey'>): RegisterStaffMember {
  const { subject, name, roles, parties, territories, unitId, contact, absentUntil, delegate, capacity } = input;
  return {
    ...{ subject, name, roles, parties: parties ?? [], territories: territories ?? [] },
    ...present({ unitId, contact: contactFromInput(contact), absentUntil, delegate, capacity }),
  };
}

/** What changes. Left out is unchanged; null takes away what a member can be without. */
export function changesFromInput(
  input: Omit<UpdateStaffMemberInput, 'idempotencyKey' | 'staffMemberId' | 'expectedVersion'>,
): StaffChanges {
  const { name, roles, parties, territories, unitId, active, contact, absentUntil, delegate, capacity } = input;
  return {
    ...present({ name, roles, parties, territories, unitId, active }),
    ...(contact === undefined ? {} : { contact: contactFromInput(contact) ?? null }),
    ...(absentUntil === undefined ? {} : { absentUntil }),
    ...(delegate === undefined ? {} : { delegate }),
    ...(capacity === undefined ? {} : { capacity }),
  };
}

function contactFromInput(contact: WorkContactInput | null | undefined): WorkContact | undefined {
  return contact === undefined || contact === null
    ? undefined
    : present({ phone: contact.phone, email: contact.email });
}

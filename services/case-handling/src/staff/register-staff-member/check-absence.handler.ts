import type { Refusal } from '@redress/kernel';
import type { TenantTransaction } from '@redress/persistence';
import { inForceAt, regulationOf } from '../../adoption/model/adoption.model';
import type { AdoptionRepository } from '../../adoption/model/adoption.repository';
import type { StaffRefusalCode } from '../model/staff.errors';
import { isAbsent, type StaffMember } from '../model/staff-member.model';
import type { StaffRepository } from '../model/staff.repository';

type Rule = Refusal<StaffRefusalCode> | undefined;

interface Absence {
  readonly staff: StaffRepository;
  readonly adoptions: AdoptionRepository;
  readonly now: Date;
}

/**
 * Whoever is away is represented by a colleague who is registered and at work. Where the regulation in force says that
 * an absent window must have a delegate (必须委托本部门其他员工予以代理), there is one, of the same unit.
 */
export async function unfitAbsence(
  tx: TenantTransaction,
  member: Omit<StaffMember, 'id' | 'version'>,
  { staff, adoptions, now }: Absence,
): Promise<Rule> {
  const path = ['input', 'delegate'];
  const { delegate } = member;
  const colleague = delegate === undefined ? undefined : await staff.bySubject(tx, delegate);
  if (delegate !== undefined && (colleague === undefined || !colleague.active || isAbsent(colleague, now))) {
    return { code: 'CASE_STAFF_DELEGATE_UNFIT', path };
  }
  if (!isAbsent(member, now) || !(await isWindowWithDelegate(tx, member, { adoptions, now }))) return undefined;
  if (colleague === undefined) return { code: 'CASE_STAFF_DELEGATE_MISSING', path };
  return colleague.unitId === member.unitId ? undefined : { code: 'CASE_STAFF_DELEGATE_UNFIT', path };
}

async function isWindowWithDelegate(
  tx: TenantTransaction,
  { roles, parties }: Pick<StaffMember, 'roles' | 'parties'>,
  { adoptions, now }: Pick<Absence, 'adoptions' | 'now'>,
): Promise<boolean> {
  const adoption = inForceAt(await adoptions.all(tx), now);
  const window = adoption === undefined ? undefined : regulationOf(adoption).window;
  if (window?.delegate !== 'MANDATORY') return false;
  return (window.performers ?? []).some((each) => parties.includes(each) || roles.some((role) => role === each));
}

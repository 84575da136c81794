import { newId, ROLES, type Role } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';
import { personWith, type Person } from '../support/act';
import { expectAccepted } from '../support/organisation';
import type { MovedSystem } from '../support/moved-system';

/** Somebody of the organisation, with the subject of their token. */
export interface Member {
  readonly subject: string;
  readonly role: Role;
  readonly person: Person;
}

/** The people of an organisation under a regulation: one of each role, and one for each party that its text names. */
export interface Cast {
  readonly tenant: string;
  readonly customerId: string;
  /** Who performs: a role or a party of the regulation. */
  of(performer: string): Member;
  /** Somebody else with the same role and appointment, where one person must not do both. */
  another(performer: string): Promise<Member>;
  readonly everybody: readonly Member[];
}

/** Gives every role and party of a regulation a person of flesh and token, and registers the staff. */
export async function castFor(system: MovedSystem, regulation: Regulation): Promise<Cast> {
  const tenant = `org-${newId().slice(-12)}`;
  const customerId = newId();
  const members = new Map<string, Member>();
  const hire = async (name: string, role: Role): Promise<Member> => {
    const subject = `${name}@${tenant}`;
    const token = await system.tokenFor({
      tenant,
      role,
      subject,
      ...(role === 'customer' ? { customer: customerId } : {}),
      validForSeconds: TEN_YEARS_SECONDS,
    });
    return { subject, role, person: personWith(system, token) };
  };
  for (const role of ROLES) members.set(role, await hire(role, role));
  const { window } = regulation;
  const parties = regulation.parties.filter(({ kind }) => kind !== 'OUTSIDE');
  for (const { party, role } of parties) members.set(party, await hire(`party-${party}`, role));

  const admin = members.get('admin');
  if (admin === undefined) throw new Error('every organisation has an admin');
  const register = async ({ subject, role }: Member, party?: string): Promise<void> => {
    expectAccepted(
      await admin.person.act('registerStaffMember', {
        subject,
        name: subject,
        roles: [role.toUpperCase()],
        ...(party === undefined ? {} : { parties: [party] }),
      }),
    );
  };
  for (const [name, member] of members) {
    const own = parties.some((each) => each.party === name) ? name : undefined;
    // Whoever takes complaints in is of the window, where the text has a single one.
    const party = own ?? (name === 'agent' && window?.mode === 'SINGLE_WINDOW' ? window.performers?.[0] : undefined);
    if (member.role !== 'customer') await register(member, party);
  }

  const member = (performer: string): Member => {
    const found = members.get(performer);
    if (found === undefined) throw new Error(`nobody performs as ${performer}`);
    return found;
  };
  return {
    tenant,
    customerId,
    of: member,
    async another(performer) {
      const { role } = member(performer);
      const hired = await hire(`${performer}-${newId().slice(-6)}`, role);
      await register(hired, parties.some(({ party }) => party === performer) ? performer : undefined);
      members.set(hired.subject, hired);
      return hired;
    },
    get everybody() {
      return [...members.values()];
    },
  };
}

// Clocks are moved by years, tokens are minted by the real one.
const TEN_YEARS_SECONDS = 10 * 366 * 24 * 3_600;

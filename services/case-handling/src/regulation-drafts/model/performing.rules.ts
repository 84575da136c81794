import type { Role } from '@redress/kernel';
import type { Regulation } from '@redress/regulations';

/** A person as the performers of a regulation are matched: by token and by appointment. */
export interface Person {
  readonly roles: readonly Role[];
  /** Parties to which the person is appointed. */
  readonly parties: readonly string[];
}

/** Whether a person is among performers: by a role, or by a party to which it is appointed and whose role it has. */
export function isAmong(performers: readonly string[], { parties: declared }: Regulation, person: Person): boolean {
  return performers.some((performer) => {
    const party = declared.find((each) => each.party === performer);
    if (party === undefined) return person.roles.some((role) => role === performer);
    return person.roles.includes(party.role) && person.parties.includes(performer);
  });
}

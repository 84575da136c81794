import { parseMoney, ROLES, type Role } from '@redress/kernel';
import type { AdoptionSettings, AuthorityLimit } from '../adoption/adoption.model';
import type { Regulation } from '../regulation/regulation.model';

/** Up to which amount a holder may approve, as the text or the organisation says. */
export interface AuthorityRow {
  /** A role, or a party that the regulation declares. */
  readonly holder: string;
  /** The role that the holder needs in the access token. */
  readonly role: Role;
  readonly currency: string;
  /** Inclusive, in minor units; null is without limit. */
  readonly maximumMinor: bigint | null;
  readonly when?: string;
  readonly origin: 'TEXT' | 'ORGANISATION';
  /** The sentence, for a row of the text. */
  readonly quote?: string;
}

const known = new WeakMap<AdoptionSettings, { readonly of: Regulation; readonly rows: readonly AuthorityRow[] }>();

/** The authority matrix of an organisation: the rows of the text, then those that it filled in itself. */
export function authorityOf(regulation: Regulation, settings: AdoptionSettings): readonly AuthorityRow[] {
  let matrix = known.get(settings);
  if (matrix?.of !== regulation) {
    matrix = { of: regulation, rows: rowsOf(regulation, settings) };
    known.set(settings, matrix);
  }
  return matrix.rows;
}

function rowsOf(regulation: Regulation, settings: AdoptionSettings): readonly AuthorityRow[] {
  const { rows, openValue } = regulation.authority;
  const roleOf = holderRoles(regulation);
  const own = openValue === undefined ? undefined : settings.openValues[openValue];
  return [
    ...rows.map(({ holder, currency, maximum, when, quote }): AuthorityRow => {
      const amount = maximum === null ? null : parseMoney(maximum, currency);
      if (amount === undefined) throw new Error(`authority of ${holder} was not checked: ${maximum ?? ''} ${currency}`);
      return {
        holder,
        role: roleOf(holder),
        currency,
        maximumMinor: amount?.amountMinor ?? null,
        ...(when === undefined ? {} : { when }),
        origin: 'TEXT',
        quote,
      };
    }),
    ...(isMatrix(own) ? own : []).map(({ holder, currency, maximumMinor, when }): AuthorityRow => ({
      holder,
      role: roleOf(holder),
      currency,
      maximumMinor: maximumMinor === null ? null : BigInt(maximumMinor),
      ...(when === undefined ? {} : { when }),
      origin: 'ORGANISATION',
    })),
  ];
}

/** The role that a role or party of the regulation needs in the access token. Throws `Error` for an unknown one. */
export function holderRoles(regulation: Regulation): (holder: string) => Role {
  const parties = new Map(regulation.parties.map(({ party, role }) => [party, role]));
  return (holder) => {
    const role = ROLES.find((candidate) => candidate === holder) ?? parties.get(holder);
    if (role === undefined) throw new Error(`${regulation.id} knows neither a role nor a party ${holder}`);
    return role;
  };
}

function isMatrix(value: AdoptionSettings['openValues'][string] | undefined): value is AuthorityLimit[] {
  return Array.isArray(value) && value.every((row) => 'holder' in row);
}

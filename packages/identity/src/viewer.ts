import { ROLES } from '@redress/kernel';
import type { Actor, Role } from '@redress/kernel';

/** The person behind a verified access token: an {@link Actor} with what the token says about it. */
export interface Viewer extends Actor {
  /** Display name; personal data, so never logged or put into an event. */
  readonly name?: string;
  /** The customer that a customer's token speaks for. */
  readonly customerId?: string;
  /** The token's `jti`, or a digest of the token when it has none; fit for audit records. */
  readonly tokenId: string;
  /** When the token ends; a long-lived stream must not outlive it. */
  readonly expiresAt: Date;
}

/** The claims of an access token that Redress reads, beside the registered ones. */
export interface AccessClaims {
  readonly subject: string;
  readonly tenantId: string;
  readonly roles: readonly Role[];
  readonly unitId?: string;
  readonly customerId?: string;
  readonly name?: string;
}

const TENANT = /^[A-Za-z0-9_-]{1,36}$/;
const KNOWN_ROLES: ReadonlySet<string> = new Set(ROLES);

/**
 * Reads a viewer from the claims of a token whose signature was verified. Answers `undefined` when a claim is missing
 * or malformed. Roles that Redress does not know are dropped: they may belong to another application of the issuer.
 */
export function viewerFromClaims(claims: Readonly<Record<string, unknown>>, tokenId: string): Viewer | undefined {
  const { sub, exp, tenant, roles, unit, customer, name, jti } = claims;
  if (!isText(sub, 255) || typeof exp !== 'number' || typeof tenant !== 'string' || !TENANT.test(tenant))
    return undefined;
  if (!Array.isArray(roles) || roles.length > 64 || !roles.every((role) => typeof role === 'string')) return undefined;
  if (![unit, customer, name].every((claim) => claim === undefined || isText(claim, 255))) return undefined;
  return {
    tenantId: tenant,
    subject: sub,
    roles: roles.filter((role): role is Role => KNOWN_ROLES.has(role)),
    ...(isText(unit, 255) ? { unitId: unit } : {}),
    ...(isText(customer, 255) ? { customerId: customer } : {}),
    ...(isText(name, 255) ? { name } : {}),
    tokenId: isText(jti, 255) ? jti : tokenId,
    expiresAt: new Date(exp * 1000),
  };
}

/** The same claims under the names they have inside a token; the inverse of {@link viewerFromClaims}. */
export function tokenClaims(claims: AccessClaims): Record<string, unknown> {
  return {
    tenant: claims.tenantId,
    roles: [...claims.roles],
    ...(claims.unitId === undefined ? {} : { unit: claims.unitId }),
    ...(claims.customerId === undefined ? {} : { customer: claims.customerId }),
    ...(claims.name === undefined ? {} : { name: claims.name }),
  };
}

function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maximum;
}

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
  /**
   * Of an operator of the platform: the organisations that the token names. Nobody else has it, and an operator has no
   * role, so that whatever asks for a role refuses an operator without knowing of operators.
   */
  readonly operates?: readonly string[];
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

/** The claims of an operator's token: it belongs to no organisation and names those whose figures it may ask for. */
export interface OperatorClaims {
  readonly subject: string;
  readonly operates: readonly string[];
  readonly name?: string;
}

const TENANT = /^[A-Za-z0-9_-]{1,36}$/;
const KNOWN_ROLES: ReadonlySet<string> = new Set(ROLES);
/** The word among the roles of a token that, with `operates`, makes an operator. */
const OPERATOR = 'operator';
/** Stands where an operator's tenant would: no organisation can have this name, so nothing is found under it. */
const NO_ORGANISATION = '@operator';
const MOST_OPERATED = 200;

/**
 * Reads a viewer from the claims of a token whose signature was verified. Answers `undefined` when a claim is missing
 * or malformed. Roles that Redress does not know are dropped: they may belong to another application of the issuer.
 * A token with `operates` is an operator's, and is nobody's when it claims anything of an organisation beside it.
 */
export function viewerFromClaims(claims: Readonly<Record<string, unknown>>, tokenId: string): Viewer | undefined {
  const { sub, exp, tenant, roles, unit, customer, name, jti, operates } = claims;
  if (!isText(sub, 255) || typeof exp !== 'number' || !isListOfTexts(roles) || roles.length > 64) return undefined;
  if (![unit, customer, name].every((claim) => claim === undefined || isText(claim, 255))) return undefined;
  const person = {
    subject: sub,
    ...(isText(name, 255) ? { name } : {}),
    tokenId: isText(jti, 255) ? jti : tokenId,
    expiresAt: new Date(exp * 1000),
  };
  const known = roles.filter((role): role is Role => KNOWN_ROLES.has(role));
  if (operates !== undefined) {
    const ofAnOrganisation = known.length > 0 || [tenant, unit, customer].some((claim) => claim !== undefined);
    if (ofAnOrganisation || !roles.includes(OPERATOR) || !isListOfTexts(operates)) return undefined;
    if (operates.length === 0 || operates.length > MOST_OPERATED || !operates.every(isTenant)) return undefined;
    return { ...person, tenantId: NO_ORGANISATION, roles: [], operates: [...new Set(operates)] };
  }
  if (!isTenant(tenant)) return undefined;
  return {
    ...{ ...person, tenantId: tenant, roles: known },
    ...(isText(unit, 255) ? { unitId: unit } : {}),
    ...(isText(customer, 255) ? { customerId: customer } : {}),
  };
}

/** The same claims under the names they have inside a token; the inverse of {@link viewerFromClaims}. */
export function tokenClaims(claims: AccessClaims | OperatorClaims): Record<string, unknown> {
  if ('operates' in claims) {
    const { operates, name } = claims;
    return { roles: [OPERATOR], operates: [...operates], ...(name === undefined ? {} : { name }) };
  }
  return {
    tenant: claims.tenantId,
    roles: [...claims.roles],
    ...(claims.unitId === undefined ? {} : { unit: claims.unitId }),
    ...(claims.customerId === undefined ? {} : { customer: claims.customerId }),
    ...(claims.name === undefined ? {} : { name: claims.name }),
  };
}

function isTenant(value: unknown): value is string {
  return typeof value === 'string' && TENANT.test(value);
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maximum;
}

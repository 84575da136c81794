import { createDevelopmentIssuer, type DevelopmentIssuer } from '@redress/identity';
import type { Role } from '@redress/kernel';

/** Does not change with the port that the keys are served on, so that a token outlives a restart. */
export const ISSUER = 'urn:redress:development';

/** Whose token to make: of somebody in an organisation, or of an operator of several. */
export type TokenRequest = PersonTokenRequest | OperatorTokenRequest;

/** Whose token to make in an organisation. */
export interface PersonTokenRequest {
  readonly tenant: string;
  readonly role: Role;
  /** The customer that a customer's token speaks for. */
  readonly customer?: string;
  readonly unit?: string;
  /** `<role>@<tenant>` unless told. */
  readonly subject?: string;
  readonly name?: string;
  /** A day unless told. */
  readonly validForSeconds?: number;
}

interface OperatorTokenRequest {
  /** The organisations whose figures may be asked for. */
  readonly operates: readonly string[];
  /** `operator` unless told. */
  readonly subject?: string;
  readonly name?: string;
  /** A day unless told. */
  readonly validForSeconds?: number;
}

export const A_DAY_SECONDS = 24 * 60 * 60;

export function mintToken(issuer: DevelopmentIssuer, request: TokenRequest): Promise<string> {
  const { validForSeconds = A_DAY_SECONDS } = request;
  if ('operates' in request) {
    const { operates, subject = 'operator', name } = request;
    return issuer.mintToken({ operates, subject, ...(name === undefined ? {} : { name }) }, { validForSeconds });
  }
  const { tenant, role, customer, unit, subject = `${role}@${tenant}`, name } = request;
  return issuer.mintToken(
    {
      tenantId: tenant,
      subject,
      roles: [role],
      ...(customer === undefined ? {} : { customerId: customer }),
      ...(unit === undefined ? {} : { unitId: unit }),
      ...(name === undefined ? {} : { name }),
    },
    { validForSeconds },
  );
}

/** A token signed with the key of a system that may or may not run. */
export async function tokenFromKeyFile(keyFile: string, request: TokenRequest): Promise<string> {
  return mintToken(await createDevelopmentIssuer({ keyFile, issuer: ISSUER }), request);
}

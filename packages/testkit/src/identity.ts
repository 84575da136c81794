import { createDevelopmentIssuer, createTokenVerifier, type TokenVerifier } from '@redress/identity';
import { newId, type Role } from '@redress/kernel';

/** Whom a test token speaks for. */
export interface TestPerson {
  readonly tenant: string;
  readonly role: Role | readonly Role[];
  /** The customer that a customer's token speaks for. */
  readonly customer?: string;
  readonly unit?: string;
  /** A person of its own for each token unless told. */
  readonly subject?: string;
  readonly name?: string;
  /** Negative for a token that has expired. */
  readonly validForSeconds?: number;
}

/** An issuer without HTTP and the verifier that believes it. */
export interface TestIdentity {
  readonly verifier: TokenVerifier;
  readonly tokenFor: (person: TestPerson) => Promise<string>;
}

/** Makes an issuer of the test's own; nobody else believes its tokens. */
export async function testIdentity(): Promise<TestIdentity> {
  const issuer = await createDevelopmentIssuer({ issuer: 'urn:redress:test' });
  return {
    verifier: createTokenVerifier({ issuer: issuer.issuer, audience: issuer.audience, jwks: issuer.jwks() }),
    tokenFor: ({ tenant, role, customer, unit, subject = newId(), name, validForSeconds }) =>
      issuer.mintToken(
        {
          tenantId: tenant,
          subject,
          roles: typeof role === 'string' ? [role] : role,
          ...(customer === undefined ? {} : { customerId: customer }),
          ...(unit === undefined ? {} : { unitId: unit }),
          ...(name === undefined ? {} : { name }),
        },
        { ...(validForSeconds === undefined ? {} : { validForSeconds }) },
      ),
  };
}

import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';
import { systemClock } from '@redress/kernel';
import type { Clock } from '@redress/kernel';
import { loadIssuerKeys, newIssuerKey, publicKeys, saveIssuerKeys } from './issuer-keys';
import type { IssuerKeys } from './issuer-keys';
import { serveDiscovery } from './issuer-discovery';
import { tokenClaims } from './viewer';
import type { AccessClaims, OperatorClaims } from './viewer';

/** Settings of the development issuer. Without a key file the key lives in memory; without a port nothing listens. */
export interface DevelopmentIssuerOptions {
  readonly keyFile?: string;
  /** The `iss` of the tokens; the URL that is listened on unless told. */
  readonly issuer?: string;
  /** `aud` of the tokens; `redress` unless told. */
  readonly audience?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly clock?: Clock;
}

/** An issuer of access tokens for development and tests. In production an OpenID Connect provider takes its place. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** Undefined when nothing listens. */
  readonly jwksUrl: string | undefined;
  /** The public keys as they are now; for a verifier without HTTP. */
  jwks(): JSONWebKeySet;
  /** A signed token, valid for an hour unless told. A negative duration gives an expired one. */
  mintToken(claims: AccessClaims | OperatorClaims, options?: { readonly validForSeconds?: number }): Promise<string>;
  /** Signs with a new key from now on. `withdraw` stops publishing the older ones, so that their tokens are refused. */
  rotateKey(options?: { readonly withdraw?: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** Starts a development issuer: EdDSA key persisted to a file, JWKS and minimal OpenID discovery on loopback. */
export async function createDevelopmentIssuer(options: DevelopmentIssuerOptions = {}): Promise<DevelopmentIssuer> {
  const { keyFile, audience = 'redress', clock = systemClock } = options;
  let keys: IssuerKeys = keyFile === undefined ? { keys: [await newIssuerKey()] } : await loadIssuerKeys(keyFile);
  const server =
    options.port === undefined
      ? undefined
      : await serveDiscovery({ port: options.port, jwks: () => publicKeys(keys), ...issuerOf(options) });
  const issuer = options.issuer ?? server?.url ?? 'urn:redress:development';

  return {
    issuer,
    audience,
    jwksUrl: server === undefined ? undefined : `${server.url}/jwks.json`,
    jwks: () => publicKeys(keys),
    mintToken: async (claims, { validForSeconds = 3600 } = {}) => {
      const key = signingKey(keys);
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT(tokenClaims(claims))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(key.kid === undefined ? {} : { kid: key.kid }) })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(claims.subject)
        .setJti(randomUUID())
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + validForSeconds)
        .sign(await importJWK(key, 'EdDSA'));
    },
    rotateKey: async ({ withdraw = false } = {}) => {
      keys = { keys: [await newIssuerKey(), ...(withdraw ? [] : keys.keys)] };
      if (keyFile !== undefined) await saveIssuerKeys(keyFile, keys);
    },
    close: async () => server?.close(),
  };
}

function issuerOf({ issuer }: DevelopmentIssuerOptions): { issuer?: string } {
  return issuer === undefined ? {} : { issuer };
}

function signingKey({ keys }: IssuerKeys): JWK {
  const [key] = keys;
  if (key === undefined) throw new Error('the key file holds no key');
  return key;
}

import { createHash } from 'node:crypto';
import { accept, refuse } from '@redress/kernel';
import type { Clock, Outcome } from '@redress/kernel';
import { errors, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { inlineKeySet, KeysUnavailable, remoteKeySet } from './key-set';
import type { RemoteKeySetOptions } from './key-set';
import { VerifiedTokens } from './verified-tokens';
import type { TokenCacheLimits } from './verified-tokens';
import { viewerFromClaims } from './viewer';
import type { Viewer } from './viewer';

/** Why a token was not accepted; only `TOKEN_KEYS_UNAVAILABLE` is worth a retry with the same token. */
export type TokenRefusal = 'TOKEN_EXPIRED' | 'TOKEN_INVALID' | 'TOKEN_KEYS_UNAVAILABLE';

/** Checks access tokens. Never throws for a bad token: that is an expected refusal. */
export interface TokenVerifier {
  verify(token: string): Promise<Outcome<Viewer, TokenRefusal>>;
  /** The same for the value of an `Authorization` header; anything but `Bearer <token>` is `TOKEN_INVALID`. */
  verifyAuthorization(header: string | undefined): Promise<Outcome<Viewer, TokenRefusal>>;
}

/** What a token must say, and where the issuer's keys are: at a URL, or given. */
export type TokenVerifierOptions = {
  readonly issuer: string;
  readonly audience: string;
  readonly cache?: TokenCacheLimits;
  readonly clock?: Clock;
  /** Allowed difference between this machine's clock and the issuer's. 5 s unless told. */
  readonly clockToleranceSeconds?: number;
} & (
  { readonly jwksUrl: string; readonly keySet?: Omit<RemoteKeySetOptions, 'url'> } | { readonly jwks: JSONWebKeySet }
);

/** Asymmetric and short: with an HS algorithm everyone who can verify a token could also make one. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256'];
const LONGEST_TOKEN = 8_192;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** Makes a verifier for EdDSA and ES256 access tokens of one issuer and audience. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const keys =
    'jwks' in options ? inlineKeySet(options.jwks) : remoteKeySet({ ...options.keySet, url: options.jwksUrl });
  const verified = new VerifiedTokens(options.cache);
  keys.onWithdrawal(() => verified.forgetAll());
  const now = (): Date => options.clock?.now() ?? new Date();

  async function verify(token: string): Promise<Outcome<Viewer, TokenRefusal>> {
    const known = verified.find(token, now().getTime());
    if (known !== undefined) return accept(known);
    if (token.length > LONGEST_TOKEN) return refuse({ code: 'TOKEN_INVALID' });
    try {
      const { payload } = await jwtVerify(token, (header, jws) => keys.find(header, jws), {
        algorithms: ALGORITHMS,
        issuer: options.issuer,
        audience: options.audience,
        requiredClaims: ['sub', 'exp', 'roles'],
        clockTolerance: options.clockToleranceSeconds ?? 5,
        currentDate: now(),
      });
      const viewer = viewerFromClaims(payload, createHash('sha256').update(token).digest('base64url'));
      if (viewer === undefined) return refuse({ code: 'TOKEN_INVALID' });
      verified.remember(token, viewer, now().getTime());
      return accept(viewer);
    } catch (error) {
      return refuse(refusalFor(error));
    }
  }

  return {
    verify,
    verifyAuthorization: async (header) => {
      const token = header === undefined ? undefined : BEARER.exec(header)?.[1];
      return token === undefined ? refuse({ code: 'TOKEN_INVALID' }) : verify(token);
    },
  };
}

function refusalFor(error: unknown): { code: TokenRefusal; retryable?: boolean } {
  if (error instanceof KeysUnavailable) return { code: 'TOKEN_KEYS_UNAVAILABLE', retryable: true };
  if (error instanceof errors.JWTExpired) return { code: 'TOKEN_EXPIRED' };
  return { code: 'TOKEN_INVALID' };
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { accept, refuse, systemClock } from '@redress/kernel';
import type { Clock, Outcome } from '@redress/kernel';
import type { RequestKeyRing } from './request-keys';
import { SeenNonces } from './seen-nonces';

/** The header that carries a request's signature. */
export const SIGNATURE_HEADER = 'redress-signature';

/** What a signature covers. */
export interface SignableRequest {
  readonly method: string;
  /** Path with query string, exactly as it goes over the wire. */
  readonly path: string;
  readonly body?: string | Uint8Array | undefined;
  /** The `Authorization` header, so that a signature cannot be moved to another person. */
  readonly authorization?: string | undefined;
}

/** Why a signature was not accepted; for logs, never for the caller. */
export type SignatureRefusal = 'SIGNATURE_MISSING' | 'SIGNATURE_INVALID' | 'SIGNATURE_STALE' | 'SIGNATURE_REPLAYED';

/** A signature header that names a known key and a time within the window; the MAC is still to be checked. */
interface Presented {
  readonly keyId: string;
  readonly signedAtMs: number;
  readonly nonce: string;
  readonly mac: Buffer;
}

/** Checks signed requests and remembers their nonces; one for the life of a process. */
export interface RequestVerifier {
  /** Cheap look at the header alone, before the body is read: form, key id and time. */
  precheck(signature: string | undefined): Outcome<true, SignatureRefusal>;
  /** The full check. A request is accepted at most once. */
  verify(request: SignableRequest, signature: string | undefined): Outcome<true, SignatureRefusal>;
}

const FORM = /^v1\.([A-Za-z0-9_-]{1,32})\.(\d{13})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** Signs a request with the ring's first key; the answer is the value of the {@link SIGNATURE_HEADER}. */
export function signRequest(keys: RequestKeyRing, request: SignableRequest, clock: Clock = systemClock): string {
  const { id, secret } = keys.signing;
  const signedAtMs = clock.now().getTime();
  const nonce = randomBytes(16).toString('base64url');
  return `v1.${id}.${signedAtMs}.${nonce}.${macOf(secret, request, id, signedAtMs, nonce).toString('base64url')}`;
}

/**
 * Makes the verifier of a subgraph. `toleranceMs` (30 s unless told) is both the allowed difference of clocks and how
 * long nonces are kept.
 */
export function createRequestVerifier(
  keys: RequestKeyRing,
  options: { readonly toleranceMs?: number; readonly clock?: Clock } = {},
): RequestVerifier {
  const { toleranceMs = 30_000, clock = systemClock } = options;
  const seen = new SeenNonces(toleranceMs);

  function read(signature: string | undefined): Outcome<Presented, SignatureRefusal> {
    if (signature === undefined) return refuse({ code: 'SIGNATURE_MISSING' });
    const [, keyId, time, nonce, mac] = FORM.exec(signature) ?? [];
    if (keyId === undefined || nonce === undefined || mac === undefined || keys.find(keyId) === undefined) {
      return refuse({ code: 'SIGNATURE_INVALID' });
    }
    const signedAtMs = Number(time);
    if (Math.abs(clock.now().getTime() - signedAtMs) > toleranceMs) return refuse({ code: 'SIGNATURE_STALE' });
    return accept({ keyId, signedAtMs, nonce, mac: Buffer.from(mac, 'base64url') });
  }

  return {
    precheck: (signature) => {
      const presented = read(signature);
      return presented.ok ? accept(true as const) : presented;
    },
    verify: (request, signature) => {
      const presented = read(signature);
      if (!presented.ok) return presented;
      const { keyId, signedAtMs, nonce, mac } = presented.value;
      const key = keys.find(keyId);
      if (key === undefined) return refuse({ code: 'SIGNATURE_INVALID' });
      if (!timingSafeEqual(macOf(key.secret, request, keyId, signedAtMs, nonce), mac)) {
        return refuse({ code: 'SIGNATURE_INVALID' });
      }
      const fresh = seen.record(nonce, signedAtMs, clock.now().getTime());
      return fresh ? accept(true as const) : refuse({ code: 'SIGNATURE_REPLAYED' });
    },
  };
}

function macOf(secret: Uint8Array, request: SignableRequest, keyId: string, signedAtMs: number, nonce: string): Buffer {
  const { method, path, body = '', authorization = '' } = request;
  // JSON quotes its parts, so that no two different requests give the same text.
  const text = JSON.stringify([
    'v1',
    keyId,
    signedAtMs,
    nonce,
    method.toUpperCase(),
    path,
    sha256(body),
    sha256(authorization),
  ]);
  return createHmac('sha256', secret).update(text).digest();
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

import { randomBytes } from 'node:crypto';
import { fixedClock } from '@redress/kernel';
import { createRequestKeyRing, parseRequestKeys } from './request-keys';
import { createRequestVerifier, signRequest } from './request-signature';
import type { SignableRequest } from './request-signature';

const oldKey = { id: 'k1', secret: randomBytes(32) };
const newKey = { id: 'k2', secret: randomBytes(32) };
const request: SignableRequest = {
  method: 'POST',
  path: '/graphql',
  body: '{"query":"{a}"}',
  authorization: 'Bearer a.b.c',
};

function aPair(keys = [oldKey]) {
  const clock = fixedClock('2026-03-02T08:00:00Z');
  const ring = createRequestKeyRing(keys);
  return { clock, ring, verifier: createRequestVerifier(ring, { clock }) };
}

describe('a signed request', () => {
  it('is accepted once', () => {
    const { ring, verifier, clock } = aPair();
    const signature = signRequest(ring, request, clock);
    expect(verifier.precheck(signature).ok).toBe(true);
    expect(verifier.verify(request, signature).ok).toBe(true);
    expect(verifier.verify(request, signature)).toEqual({ ok: false, refusals: [{ code: 'SIGNATURE_REPLAYED' }] });
  });

  it.each<[string, Partial<SignableRequest>]>([
    ['method', { method: 'GET' }],
    ['path', { path: '/graphql?x=1' }],
    ['body', { body: '{"query":"{b}"}' }],
    ['identity', { authorization: 'Bearer d.e.f' }],
    ['missing identity', { authorization: undefined }],
  ])('is refused with another %s', (_, change) => {
    const { ring, verifier, clock } = aPair();
    const signature = signRequest(ring, request, clock);
    expect(verifier.verify({ ...request, ...change }, signature)).toEqual({
      ok: false,
      refusals: [{ code: 'SIGNATURE_INVALID' }],
    });
  });

  it.each([-31_000, 31_000])('is refused when it was signed %p ms away', (ms) => {
    const { ring, verifier, clock } = aPair();
    const signature = signRequest(ring, request, clock);
    clock.advanceMs(ms);
    expect(verifier.verify(request, signature)).toEqual({ ok: false, refusals: [{ code: 'SIGNATURE_STALE' }] });
  });

  it('is refused for ever once it was used, whatever the clock does', () => {
    const { ring, verifier, clock } = aPair();
    const signature = signRequest(ring, request, clock);
    verifier.verify(request, signature);
    clock.advanceMs(29_000);
    for (let count = 0; count < 100; count += 1) verifier.verify(request, signRequest(ring, request, clock));
    expect(verifier.verify(request, signature).ok).toBe(false);
  });

  it.each([undefined, '', 'v1', 'v1.k1.0000000000000.x.y', 'v2.k1'])(
    'is refused with the signature %p',
    (signature) => {
      const { verifier } = aPair();
      expect(verifier.precheck(signature).ok).toBe(false);
      expect(verifier.verify(request, signature).ok).toBe(false);
    },
  );
});

describe('a key ring', () => {
  it('rotates without a request being refused', () => {
    const { clock, ring } = aPair([oldKey, newKey]);
    const { verifier: ahead } = aPair([newKey, oldKey]);
    const { ring: onlyNew } = aPair([newKey]);
    expect(ahead.verify(request, signRequest(ring, request, clock)).ok).toBe(true);
    expect(ahead.verify(request, signRequest(onlyNew, request, clock)).ok).toBe(true);
    expect(aPair([newKey]).verifier.verify(request, signRequest(ring, request, clock)).ok).toBe(false);
  });

  it('is read from the environment', () => {
    const ring = parseRequestKeys(`k2:${newKey.secret.toString('base64')}, k1:${oldKey.secret.toString('base64')}`);
    expect(ring.signing.id).toBe('k2');
    expect(ring.find('k1')?.secret).toEqual(oldKey.secret);
  });

  it.each(['', 'k1', 'k1:c2hvcnQ=', `a b:${'A'.repeat(44)}`, `k:${'A'.repeat(44)},k:${'A'.repeat(44)}`])(
    'refuses %p',
    (text) => {
      expect(() => parseRequestKeys(text)).toThrow(RangeError);
    },
  );
});

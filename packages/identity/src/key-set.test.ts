import { fixedClock } from '@redress/kernel';
import { createDevelopmentIssuer } from './development-issuer';
import type { DevelopmentIssuer } from './development-issuer';
import { createTokenVerifier } from './token-verifier';
import type { AccessClaims } from './viewer';

const anAuditor: AccessClaims = { subject: 'auditor-1', tenantId: 'acme', roles: ['auditor'] };

async function aRemoteIssuer() {
  const clock = fixedClock('2026-03-02T08:00:00Z');
  const issuer: DevelopmentIssuer = await createDevelopmentIssuer({ issuer: 'urn:test', clock });
  const network = { up: true, fetches: 0 };
  const verifier = createTokenVerifier({
    issuer: 'urn:test',
    audience: 'redress',
    jwksUrl: 'http://issuer/jwks.json',
    clock,
    keySet: {
      now: () => clock.now().getTime(),
      fetch: async () => {
        network.fetches += 1;
        if (!network.up) throw new Error('unreachable');
        return Response.json(issuer.jwks());
      },
    },
  });
  const mint = () => issuer.mintToken(anAuditor, { validForSeconds: 7 * 86_400 });
  return { clock, issuer, network, verifier, mint };
}

describe('keys at a URL', () => {
  it('are fetched once for many tokens', async () => {
    const { network, verifier, mint } = await aRemoteIssuer();
    const tokens = await Promise.all([mint(), mint(), mint()]);
    const outcomes = await Promise.all(tokens.map((token) => verifier.verify(token)));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(network.fetches).toBe(1);
  });

  it('are fetched again for an unknown key id, and at most once per cool-down', async () => {
    const { clock, issuer, network, verifier, mint } = await aRemoteIssuer();
    await verifier.verify(await mint());
    await issuer.rotateKey();
    const rotated = await mint();
    expect((await verifier.verify(rotated)).ok).toBe(false);
    expect(network.fetches).toBe(1);
    clock.advanceMs(10_000);
    expect((await verifier.verify(rotated)).ok).toBe(true);
    expect(network.fetches).toBe(2);
  });

  it('go on serving while the issuer is away, for a day', async () => {
    const { clock, network, verifier, mint } = await aRemoteIssuer();
    await verifier.verify(await mint());
    network.up = false;
    clock.advanceMs(23 * 3_600_000);
    expect((await verifier.verify(await mint())).ok).toBe(true);
    clock.advanceMs(2 * 3_600_000);
    expect(await verifier.verify(await mint())).toMatchObject({
      refusals: [{ code: 'TOKEN_KEYS_UNAVAILABLE', retryable: true }],
    });
    network.up = true;
    clock.advanceMs(10_000);
    expect((await verifier.verify(await mint())).ok).toBe(true);
  });

  it('are asked for soon again when the issuer was not up at the start', async () => {
    const { clock, network, verifier, mint } = await aRemoteIssuer();
    network.up = false;
    expect(await verifier.verify(await mint())).toMatchObject({ refusals: [{ code: 'TOKEN_KEYS_UNAVAILABLE' }] });
    network.up = true;
    clock.advanceMs(250);
    expect((await verifier.verify(await mint())).ok).toBe(true);
  });

  it('that are withdrawn end the tokens verified with them', async () => {
    const { clock, issuer, verifier, mint } = await aRemoteIssuer();
    const token = await mint();
    expect((await verifier.verify(token)).ok).toBe(true);
    await issuer.rotateKey({ withdraw: true });
    clock.advanceMs(10_000);
    expect((await verifier.verify(await mint())).ok).toBe(true);
    expect((await verifier.verify(token)).ok).toBe(false);
  });
});

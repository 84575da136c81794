import { generateKeyPairSync, createHmac } from 'node:crypto';
import { fixedClock } from '@redress/kernel';
import { exportJWK, SignJWT } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { createDevelopmentIssuer } from './development-issuer';
import { createTokenVerifier } from './token-verifier';
import { tokenClaims, type AccessClaims } from './viewer';

const anAgent: AccessClaims = { subject: 'agent-1', tenantId: 'acme', roles: ['agent'], unitId: 'north', name: 'Li' };
const start = '2026-03-02T08:00:00Z';

async function anIssuer(clock = fixedClock(start)) {
  const issuer = await createDevelopmentIssuer({ issuer: 'urn:test', clock });
  const verifier = createTokenVerifier({ issuer: 'urn:test', audience: 'redress', jwks: issuer.jwks(), clock });
  return { issuer, verifier, clock };
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

describe('an access token', () => {
  it('gives a viewer with tenant, roles, unit and expiry', async () => {
    const { issuer, verifier } = await anIssuer();
    const outcome = await verifier.verifyAuthorization(`Bearer ${await issuer.mintToken(anAgent)}`);
    expect(outcome).toEqual({
      ok: true,
      value: { ...anAgent, tokenId: expect.any(String) as unknown, expiresAt: new Date('2026-03-02T09:00:00Z') },
    });
  });

  it('signed with ES256 is accepted', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'es' }] } as JSONWebKeySet;
    const clock = fixedClock(start);
    const verifier = createTokenVerifier({ issuer: 'urn:test', audience: 'redress', jwks, clock });
    const token = await new SignJWT({ tenant: 'acme', roles: ['customer'], customer: 'c-1' })
      .setProtectedHeader({ alg: 'ES256', kid: 'es' })
      .setIssuer('urn:test')
      .setAudience(['redress', 'other'])
      .setSubject('ann')
      .setExpirationTime(clock.now().getTime() / 1000 + 60)
      .sign(privateKey);
    expect(await verifier.verify(token)).toMatchObject({ ok: true, value: { customerId: 'c-1', roles: ['customer'] } });
  });

  it('is refused after it has expired, also when it was verified before', async () => {
    const { issuer, verifier, clock } = await anIssuer();
    const token = await issuer.mintToken(anAgent, { validForSeconds: 60 });
    expect((await verifier.verify(token)).ok).toBe(true);
    clock.advanceMs(66_000);
    expect(await verifier.verify(token)).toEqual({ ok: false, refusals: [{ code: 'TOKEN_EXPIRED' }] });
  });

  it('is refused when it is for another audience, from another issuer or signed with another key', async () => {
    const { verifier, clock } = await anIssuer();
    const stranger = await createDevelopmentIssuer({ issuer: 'urn:test', clock });
    const audience = await createDevelopmentIssuer({ issuer: 'urn:test', audience: 'shop', clock });
    const other = await createDevelopmentIssuer({ issuer: 'urn:other', clock });
    for (const issuer of [stranger, audience, other]) {
      const trusting = createTokenVerifier({ issuer: 'urn:test', audience: 'redress', jwks: issuer.jwks(), clock });
      const token = await issuer.mintToken(anAgent);
      expect(await (issuer === stranger ? verifier : trusting).verify(token)).toMatchObject({ ok: false });
    }
  });

  it('is refused with alg none, and with HS256 keyed by the public key', async () => {
    const { issuer, verifier, clock } = await anIssuer();
    const [key] = issuer.jwks().keys;
    const claims = {
      iss: 'urn:test',
      aud: 'redress',
      sub: 'x',
      exp: clock.now().getTime() / 1000 + 60,
      tenant: 'acme',
      roles: ['admin'],
    };
    const unsigned = `${encode({ alg: 'none', kid: key?.kid })}.${encode(claims)}`;
    const head = `${encode({ alg: 'HS256', kid: key?.kid })}.${encode(claims)}`;
    const forged = `${head}.${createHmac('sha256', key?.['x'] as string)
      .update(head)
      .digest('base64url')}`;
    for (const token of [`${unsigned}.`, `${unsigned}.AAAA`, forged]) {
      expect(await verifier.verify(token)).toEqual({ ok: false, refusals: [{ code: 'TOKEN_INVALID' }] });
    }
  });

  it.each([
    ['no tenant', { tenantId: '' }],
    ['a tenant that is no identifier', { tenantId: "a' OR 1=1" }],
    ['no subject', { subject: '' }],
  ])('is refused with %s', async (_, broken) => {
    const { issuer, verifier } = await anIssuer();
    expect((await verifier.verify(await issuer.mintToken({ ...anAgent, ...broken }))).ok).toBe(false);
  });

  it('of an operator names organisations, and belongs to none', async () => {
    const { issuer, verifier } = await anIssuer();
    const operates = ['acme', 'globex', 'acme'];
    const outcome = await verifier.verify(await issuer.mintToken({ subject: 'op-1', operates, name: 'Li' }));
    expect(outcome).toMatchObject({
      value: { tenantId: '@operator', subject: 'op-1', name: 'Li', roles: [], operates: ['acme', 'globex'] },
    });
    const usual = await verifier.verify(await issuer.mintToken(anAgent));
    expect(usual.ok && usual.value.operates).toBe(undefined);
  });

  it.each([
    ['a tenant', { tenant: 'acme' }],
    ['a role of an organisation', { roles: ['operator', 'admin'] }],
    ['a unit', { unit: 'north' }],
    ['a customer', { customer: 'c-1' }],
    ['no role', { roles: [] }],
    ['no organisation', { operates: [] }],
    ['everything for a list', { operates: '*' }],
    ['an organisation that is no identifier', { operates: ['acme', '@operator'] }],
    ['more organisations than a token may name', { operates: Array.from({ length: 201 }, (_, place) => `t${place}`) }],
  ])('of an operator is refused with %s', async (_, more) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'es' }] } as JSONWebKeySet;
    const clock = fixedClock(start);
    const verifier = createTokenVerifier({ issuer: 'urn:test', audience: 'redress', jwks, clock });
    const signed = (claims: object) =>
      new SignJWT({ ...tokenClaims({ subject: 'op-1', operates: ['acme'] }), ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'es' })
        .setIssuer('urn:test')
        .setAudience('redress')
        .setSubject('op-1')
        .setExpirationTime(clock.now().getTime() / 1000 + 60)
        .sign(privateKey);
    expect((await verifier.verify(await signed({}))).ok).toBe(true);
    expect(await verifier.verify(await signed(more))).toEqual({ ok: false, refusals: [{ code: 'TOKEN_INVALID' }] });
  });

  it('is nobody’s when it calls itself an operator without naming organisations', async () => {
    const { issuer, verifier } = await anIssuer();
    const roles = ['operator'] as unknown as AccessClaims['roles'];
    expect(await verifier.verify(await issuer.mintToken({ ...anAgent, roles }))).toMatchObject({
      value: { tenantId: 'acme', roles: [] },
    });
  });

  it('drops roles of other applications', async () => {
    const { issuer, verifier } = await anIssuer();
    const roles = ['agent', 'shop-owner'] as AccessClaims['roles'];
    expect(await verifier.verify(await issuer.mintToken({ ...anAgent, roles }))).toMatchObject({
      value: { roles: ['agent'] },
    });
  });

  it.each([undefined, '', 'Basic abc', 'Bearer', 'Bearer a.b', `Bearer ${'a'.repeat(9_000)}.b.c`])(
    'is not read from %p',
    async (header) => {
      const { verifier } = await anIssuer();
      expect(await verifier.verifyAuthorization(header)).toMatchObject({ refusals: [{ code: 'TOKEN_INVALID' }] });
    },
  );
});

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevelopmentIssuer } from './development-issuer';
import { createTokenVerifier } from './token-verifier';
import type { AccessClaims } from './viewer';

const aHandler: AccessClaims = { subject: 'handler-1', tenantId: 'acme', roles: ['handler'] };

describe('the development issuer', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'issuer-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('publishes its keys, and a verifier finds them by discovery', async () => {
    const issuer = await createDevelopmentIssuer({ keyFile: join(folder, 'keys', 'issuer.json'), port: 0 });
    try {
      const discovery = (await (await fetch(`${issuer.issuer}/.well-known/openid-configuration`)).json()) as Record<
        string,
        string
      >;
      expect(discovery).toMatchObject({ issuer: issuer.issuer, jwks_uri: issuer.jwksUrl });
      const verifier = createTokenVerifier({
        issuer: issuer.issuer,
        audience: 'redress',
        jwksUrl: discovery['jwks_uri'] ?? '',
      });
      expect((await verifier.verify(await issuer.mintToken(aHandler))).ok).toBe(true);
    } finally {
      await issuer.close();
    }
  });

  it('never publishes a private key, and keeps its file to the owner', async () => {
    const keyFile = join(folder, 'issuer.json');
    const issuer = await createDevelopmentIssuer({ keyFile });
    expect(JSON.stringify(issuer.jwks())).not.toContain('"d"');
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it('keeps its key over a restart, and when two start at once', async () => {
    const keyFile = join(folder, 'issuer.json');
    const issuers = await Promise.all([1, 2, 3].map(() => createDevelopmentIssuer({ keyFile })));
    const [first] = issuers;
    const later = await createDevelopmentIssuer({ keyFile });
    for (const issuer of [...issuers, later]) expect(issuer.jwks()).toEqual(first?.jwks());
  });
});

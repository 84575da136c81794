import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRequestKeys } from '@redress/identity';
import { loadSecrets } from './secrets';

describe('secrets', () => {
  let file: string;

  beforeEach(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'secrets-')), 'secrets.json');
  });

  afterEach(() => rm(join(file, '..'), { recursive: true }));

  it('are made once and kept', async () => {
    const first = await loadSecrets(file);
    expect(await loadSecrets(file)).toEqual(first);
    expect(Buffer.from(first.masterKey, 'base64')).toHaveLength(32);
    expect(parseRequestKeys(first.requestKeys).signing.id).toBe('local1');
  });

  it('can be read by this account only', async () => {
    await loadSecrets(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('are completed when a later version needs another one', async () => {
    await writeFile(file, '{"masterKey":"kept"}');
    const secrets = await loadSecrets(file);
    expect(secrets.masterKey).toBe('kept');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(secrets);
  });
});

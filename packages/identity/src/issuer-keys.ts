import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { calculateJwkThumbprint } from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';

/** Private keys of the development issuer; the first signs, all are published. */
export interface IssuerKeys {
  readonly keys: readonly JWK[];
}

/** A new Ed25519 key, named by its thumbprint. */
export async function newIssuerKey(): Promise<JWK> {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' };
}

/** The half of the keys that anyone may see. */
export function publicKeys({ keys }: IssuerKeys): JSONWebKeySet {
  return {
    keys: keys.map(
      ({ kty, crv, x, kid, alg, use }) => ({ kty, crv, x, kid, alg, use }) as JSONWebKeySet['keys'][number],
    ),
  };
}

/** Reads the key file, making it first when there is none. Two processes that start at once end up with the same key. */
export async function loadIssuerKeys(file: string): Promise<IssuerKeys> {
  const present = await readKeys(file);
  if (present !== undefined) return present;
  const draft = await writeDraft(file, { keys: [await newIssuerKey()] });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKeys(file);
  if (made === undefined) throw new Error(`the issuer's key file ${file} could not be read back`);
  return made;
}

/** Replaces the key file in one step. */
export async function saveIssuerKeys(file: string, keys: IssuerKeys): Promise<void> {
  await rename(await writeDraft(file, keys), file);
}

async function readKeys(file: string): Promise<IssuerKeys | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as IssuerKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeDraft(file: string, keys: IssuerKeys): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  await chmod(draft, 0o600);
  return draft;
}

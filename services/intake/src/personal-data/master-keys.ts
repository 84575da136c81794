import { createHash, hkdfSync } from 'node:crypto';

/** A key that wraps the keys of data subjects; its fingerprint stands in everything it wrapped. */
export interface MasterKey {
  readonly fingerprint: Buffer;
  readonly wrapping: Buffer;
}

/** The keys of one installation. New keys of data subjects are wrapped by the first; all of them unwrap. */
export interface MasterKeys {
  readonly keys: readonly [MasterKey, ...MasterKey[]];
  /** Stays the same over a rotation, or nobody would be found by e-mail or telephone any more. */
  readonly blindIndexKey: Buffer;
  readonly linkKey: Buffer;
}

const KEY_BYTES = 32;
export const FINGERPRINT_BYTES = 4;

/**
 * Reads `REDRESS_MASTER_KEY`: base64 keys of 32 bytes, separated by commas, newest first. A rotation puts the new key
 * in front and keeps the old ones; the last one also yields the keys of the blind indexes and of links.
 */
export function readMasterKeys(text: string): MasterKeys {
  const secrets = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  if (secrets.some((secret) => secret.length !== KEY_BYTES)) {
    throw new Error(`expected base64 of ${KEY_BYTES} bytes, or several separated by commas`);
  }
  const [newest, ...older] = secrets.map(masterKey);
  const oldest = secrets.at(-1);
  if (newest === undefined || oldest === undefined) throw new Error('expected at least one key');
  return {
    keys: [newest, ...older],
    blindIndexKey: derive(oldest, 'redress/intake/blind-index/v1'),
    linkKey: derive(oldest, 'redress/intake/attachment-link/v1'),
  };
}

function masterKey(secret: Buffer): MasterKey {
  return {
    fingerprint: createHash('sha256').update(secret).digest().subarray(0, FINGERPRINT_BYTES),
    wrapping: derive(secret, 'redress/intake/wrapping/v1'),
  };
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), purpose, KEY_BYTES));
}

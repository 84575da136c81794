/** One shared secret between the gateway and the subgraphs. */
export interface RequestKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/**
 * The keys for signed requests. The first signs; all verify. To rotate: append the new key everywhere, then move it to
 * the front everywhere, then remove the old one.
 */
export interface RequestKeyRing {
  readonly signing: RequestKey;
  find(id: string): RequestKey | undefined;
}

const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;
const LEAST_SECRET_BYTES = 32;

/** Makes a key ring. Throws `RangeError` for no key, a malformed or repeated id, or a secret under 32 bytes. */
export function createRequestKeyRing(keys: readonly RequestKey[]): RequestKeyRing {
  const [signing] = keys;
  if (signing === undefined) throw new RangeError('at least one request key is needed');
  const byId = new Map<string, RequestKey>();
  for (const key of keys) {
    if (!KEY_ID.test(key.id)) throw new RangeError('a request key id is 1 to 32 letters, digits, _ or -');
    if (byId.has(key.id)) throw new RangeError(`request key ${key.id} is given twice`);
    if (key.secret.length < LEAST_SECRET_BYTES) throw new RangeError(`request key ${key.id} is shorter than 32 bytes`);
    byId.set(key.id, key);
  }
  return { signing, find: (id) => byId.get(id) };
}

/** Reads `kid:base64,kid:base64` as it stands in the environment. Throws `RangeError` as {@link createRequestKeyRing}. */
export function parseRequestKeys(text: string): RequestKeyRing {
  return createRequestKeyRing(
    text.split(',').map((part) => {
      const [id = '', secret = ''] = part.trim().split(':', 2);
      return { id, secret: Buffer.from(secret, 'base64') };
    }),
  );
}

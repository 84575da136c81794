const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Of one id. */
const RANDOM_BYTES = 8;
/** Asking the generator costs more than all the rest of an id, so it is asked for many ids at once. */
const pool = new Uint8Array(512 * RANDOM_BYTES);
let used = pool.length;

let lastMs = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, a 12-bit counter that keeps ids of one process in order
 * within a millisecond, and 62 random bits. Lower-case, with dashes.
 */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const ms = lastMs.toString(16).padStart(12, '0');
  const order = `${hex(0x70 | (counter >> 8))}${hex(counter & 0xff)}`;
  const from = takeRandom();
  const variant = `${hex(0x80 | (byteAt(from) & 0x3f))}${hex(byteAt(from + 1))}`;
  let node = '';
  for (let index = from + 2; index < from + RANDOM_BYTES; index += 1) node += hex(byteAt(index));
  return `${ms.slice(0, 8)}-${ms.slice(8)}-${order}-${variant}-${node}`;
}

/** Whether the text is a UUID in the canonical lower-case form that {@link newId} writes. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

function takeRandom(): number {
  if (used === pool.length) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  used += RANDOM_BYTES;
  return used - RANDOM_BYTES;
}

function byteAt(index: number): number {
  return pool[index] ?? 0;
}

function hex(byte: number): string {
  return HEX[byte] ?? '';
}

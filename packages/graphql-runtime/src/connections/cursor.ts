import { createHmac, timingSafeEqual } from 'node:crypto';
import { PublicError } from '../errors/public-error';

/** A value that rows are sorted by. Sort columns must be NOT NULL, and times have milliseconds at most (DATETIME(3)). */
export type SortKey = string | number | bigint | boolean | Date;

/** A place in a sorted list: the sort key of a row, and its id, which breaks ties. */
export interface CursorPosition {
  readonly key: SortKey;
  readonly id: string;
}

/** Writes and reads opaque signed cursors. */
export interface CursorCodec {
  /** `scope` names the list and whose it is; a cursor is good for its own scope only. */
  encode(scope: string, position: CursorPosition): string;
  /** Throws `CURSOR_INVALID` for a cursor that was made up, altered, or belongs to another list. */
  decode(scope: string, cursor: string): CursorPosition;
}

const MAC_BYTES = 16;
const LONGEST_CURSOR = 1_024;
const LEAST_KEY_BYTES = 16;

/** Makes the codec for a service; all its processes need the same key. Throws `RangeError` for a key under 16 bytes. */
export function createCursorCodec(key: Uint8Array): CursorCodec {
  if (key.length < LEAST_KEY_BYTES) throw new RangeError('the cursor key is shorter than 16 bytes');
  const macOf = (scope: string, payload: string): Buffer =>
    createHmac('sha256', key).update(`${scope}\n${payload}`).digest().subarray(0, MAC_BYTES);

  return {
    encode: (scope, position) => {
      const payload = Buffer.from(JSON.stringify([...taggedKey(position.key), position.id])).toString('base64url');
      return `${payload}.${macOf(scope, payload).toString('base64url')}`;
    },
    decode: (scope, cursor) => {
      const [payload = '', mac = ''] = cursor.length > LONGEST_CURSOR ? [] : cursor.split('.', 2);
      const given = Buffer.from(mac, 'base64url');
      if (given.length !== MAC_BYTES || !timingSafeEqual(given, macOf(scope, payload))) {
        throw new PublicError('CURSOR_INVALID', 'The cursor is not one of this list.');
      }
      const [tag, text, id] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string, string];
      return { key: untaggedKey(tag, text), id };
    },
  };
}

function taggedKey(key: SortKey): [string, string] {
  if (key instanceof Date) return ['time', key.toISOString()];
  return [typeof key, String(key)];
}

function untaggedKey(tag: string, text: string): SortKey {
  if (tag === 'time') return new Date(text);
  if (tag === 'number') return Number(text);
  if (tag === 'bigint') return BigInt(text);
  return tag === 'boolean' ? text === 'true' : text;
}

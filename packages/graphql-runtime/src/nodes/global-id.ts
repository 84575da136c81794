import { isId } from '@redress/kernel';

const TYPE = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/** The opaque id under which clients know an object: its type and UUID, base64url. */
export function toGlobalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** The UUID inside a global id of that type; `undefined` for anything else, which a caller treats as "does not exist". */
export function fromGlobalId(type: string, globalId: unknown): string | undefined {
  const parts = readGlobalId(globalId);
  return parts?.type === type ? parts.id : undefined;
}

/** Type and UUID of any well-formed global id. */
export function readGlobalId(globalId: unknown): { type: string; id: string } | undefined {
  if (typeof globalId !== 'string' || globalId.length > 140) return undefined;
  const [type = '', id = '', ...rest] = Buffer.from(globalId, 'base64url').toString().split(':');
  const wellFormed = rest.length === 0 && TYPE.test(type) && isId(id) && toGlobalId(type, id) === globalId;
  return wellFormed ? { type, id } : undefined;
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is for; one made for the one is nothing to the other. */
export type LinkPurpose = 'upload' | 'download';

/** Which file a link leads to and how long it is good. */
export interface FileLink {
  readonly tenantId: string;
  readonly fileId: string;
  readonly expiresAt: Date;
}

const MAC_BYTES = 16;
const EXPIRY_BYTES = 6;
const ID_BYTES = 16;
const HEAD_BYTES = MAC_BYTES + EXPIRY_BYTES + ID_BYTES;

/** With the longest tenant; servers commonly take up to 100 characters as one part of a path. */
const LONGEST_LINK = 99;

/** Writes a link whose holder needs no other authority: base64url of a MAC, the end of its time, the id and the tenant. */
export function writeLink(key: Buffer, purpose: LinkPurpose, link: FileLink): string {
  const expiry = Buffer.alloc(EXPIRY_BYTES);
  expiry.writeUIntBE(link.expiresAt.getTime(), 0, EXPIRY_BYTES);
  const id = Buffer.from(link.fileId.replaceAll('-', ''), 'hex');
  const content = Buffer.concat([expiry, id, Buffer.from(link.tenantId)]);
  return Buffer.concat([macOf(key, purpose, content), content]).toString('base64url');
}

/** Reads a link that this installation wrote for the purpose, expired ones too; `undefined` for anything else. */
export function readLink(key: Buffer, purpose: LinkPurpose, text: string): FileLink | undefined {
  if (text.length > LONGEST_LINK) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length <= HEAD_BYTES || bytes.toString('base64url') !== text) return undefined;
  const content = bytes.subarray(MAC_BYTES);
  if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(key, purpose, content))) return undefined;
  const id = content.toString('hex', EXPIRY_BYTES, EXPIRY_BYTES + ID_BYTES);
  return {
    tenantId: content.toString('utf8', EXPIRY_BYTES + ID_BYTES),
    fileId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    expiresAt: new Date(content.readUIntBE(0, EXPIRY_BYTES)),
  };
}

function macOf(key: Buffer, purpose: LinkPurpose, content: Buffer): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n`).update(content).digest().subarray(0, MAC_BYTES);
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link is for; one made for the one is nothing to the other. */
export type LinkPurpose = 'upload' | 'download';

/** Which attachment a link leads to and how long it is good. */
export interface AttachmentLink {
  readonly tenantId: string;
  readonly attachmentId: string;
  readonly expiresAt: Date;
}

const MAC_LENGTH = 43;
const LONGEST_LINK = 512;

/** Writes a link whose holder needs no other authority: base64url of its content and a MAC over content and purpose. */
export function writeLink(key: Buffer, purpose: LinkPurpose, link: AttachmentLink): string {
  const text = JSON.stringify([link.tenantId, link.attachmentId, link.expiresAt.getTime()]);
  const content = Buffer.from(text).toString('base64url');
  return content + macOf(key, purpose, content).toString('base64url');
}

/** Reads a link that this installation wrote for the purpose, expired ones too; `undefined` for anything else. */
export function readLink(key: Buffer, purpose: LinkPurpose, text: string): AttachmentLink | undefined {
  if (text.length <= MAC_LENGTH || text.length > LONGEST_LINK) return undefined;
  const content = text.slice(0, -MAC_LENGTH);
  const mac = Buffer.from(text.slice(-MAC_LENGTH), 'base64url');
  const expected = macOf(key, purpose, content);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) return undefined;
  const [tenantId, attachmentId, expiresAtMs] = JSON.parse(Buffer.from(content, 'base64url').toString()) as [
    string,
    string,
    number,
  ];
  return { tenantId, attachmentId, expiresAt: new Date(expiresAtMs) };
}

function macOf(key: Buffer, purpose: LinkPurpose, content: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\n${content}`).digest();
}

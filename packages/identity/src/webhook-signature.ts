import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries the signature of a webhook, in both directions. */
export const WEBHOOK_SIGNATURE_HEADER = 'redress-webhook-signature';

/** How old a signature may be, and how far clocks may differ. */
const WINDOW_SECONDS = 300;
const FORM = /^t=(\d{10}),v1=([0-9a-f]{64})$/;

/** Signs a body: `t=<seconds>,v1=<hex of HMAC-SHA-256 over "<seconds>.<body>">`. */
export function signWebhook(secret: Buffer, body: Buffer, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${macOf(secret, seconds, body).toString('hex')}`;
}

/** Whether a body was signed with one of the secrets, a moment ago. */
export function isSignedWebhook(
  secrets: readonly Buffer[],
  body: Buffer,
  { signature, now }: { readonly signature: string | undefined; readonly now: Date },
): boolean {
  const [, time, mac] = FORM.exec(signature ?? '') ?? [];
  if (time === undefined || mac === undefined) return false;
  const seconds = Number(time);
  if (Math.abs(now.getTime() / 1_000 - seconds) > WINDOW_SECONDS) return false;
  const presented = Buffer.from(mac, 'hex');
  // All are compared, so that the time taken does not tell which one was meant.
  return secrets.map((secret) => timingSafeEqual(macOf(secret, seconds, body), presented)).includes(true);
}

function macOf(secret: Buffer, seconds: number, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}

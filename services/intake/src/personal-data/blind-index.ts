import { createHmac } from 'node:crypto';

/** What a customer can be found by. */
export type IdentityField = 'name' | 'email' | 'phone' | 'externalRef';

const INDEX_BYTES = 16;

/** A text as it is compared: however it is encoded, and without blanks around it. */
export function comparedForm(value: string): string {
  return value.normalize('NFKC').trim();
}

/**
 * A keyed digest by which an exact value can be looked up without being stored: equal values of one tenant and field
 * give equal digests, and nothing else can be read from them without the key.
 */
export function blindIndex(key: Buffer, tenantId: string, field: IdentityField, value: string): Buffer {
  return createHmac('sha256', key)
    .update(`${tenantId}\n${field}\n${NORMAL_FORMS[field](comparedForm(value))}`)
    .digest()
    .subarray(0, INDEX_BYTES);
}

const NORMAL_FORMS: Record<IdentityField, (value: string) => string> = {
  name: (name) => name.toLowerCase().replace(/\s+/g, ' '),
  email: (email) => email.toLowerCase(),
  phone: normalPhone,
  externalRef: (reference) => reference,
};

/** Digits only, without an international prefix `00`, and without China's `86` before a mobile number. */
function normalPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  return /^861\d{10}$/.test(digits) ? digits.slice(2) : digits;
}

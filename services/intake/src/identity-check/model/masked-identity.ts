const PHONE_DIGITS_SHOWN = 4;
/** Of a shorter number, four digits would be half of it or more. */
const PHONE_DIGITS_AT_LEAST = 9;

/** A name of which the first character is left: `陈**`, `M**`. One of a single character is hidden whole. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name.trim();
  return rest.length === 0 ? '**' : `${first}**`;
}

/** An address of which the first character and the domain are left: `m***@example.org`. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 0) return '***';
  const [first = '', ...rest] = email.slice(0, at);
  return `${rest.length === 0 ? '' : first}***${email.slice(at)}`;
}

/** A number of which the last four digits are left: `***0000`. A short one is hidden whole. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < PHONE_DIGITS_AT_LEAST ? '***' : `***${digits.slice(-PHONE_DIGITS_SHOWN)}`;
}

/** Nothing of a postal address is left: any part of it would tell where somebody lives. */
export function maskedAddress(): string {
  return '***';
}

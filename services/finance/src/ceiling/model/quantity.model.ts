const DIGITS = 6;
const QUANTITY = /^(\d{1,12})(?:\.(\d{1,6}))?$/;

/** Whether the text is a positive quantity: a plain decimal with up to six digits after the point. */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text) && parseQuantity(text) > 0n;
}

/** A quantity in whole millionths. Throws `RangeError` for what is none: input is checked before. */
export function parseQuantity(text: string): bigint {
  const match = QUANTITY.exec(text);
  if (match === null) throw new RangeError(`${text} is not a quantity`);
  const [, whole = '0', fraction = ''] = match;
  return BigInt(whole + fraction.padEnd(DIGITS, '0'));
}

/** The plain decimal of whole millionths, without zeros at its end. */
export function formatQuantity(millionths: bigint): string {
  const digits = millionths.toString().padStart(DIGITS + 1, '0');
  const whole = digits.slice(0, -DIGITS);
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

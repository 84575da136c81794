/** A decimal of the database without the zeros at its end: `7.100000` is `7.1`. */
export function formatDecimal(stored: string): string {
  return stored.includes('.') ? stored.replace(/\.?0+$/, '') : stored;
}

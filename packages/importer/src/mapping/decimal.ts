/** An exact decimal: `units` of ten to the minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const PLAIN = /^(\d{1,15})(?:\.(\d{1,9}))?$/;

/** Reads a plain positive decimal; undefined for anything else, grouped digits and signs among it. */
export function readDecimal(text: string, mark: '.' | ','): Decimal | undefined {
  if (mark === ',' && text.includes('.')) return undefined;
  const match = PLAIN.exec(mark === ',' ? text.replace(',', '.') : text);
  if (match === null) return undefined;
  const [, whole = '0', fraction = ''] = match;
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

/** Writes it without zeros at its end; undefined when it is below zero. */
export function writeDecimal({ units, scale }: Decimal): string | undefined {
  if (units < 0n) return undefined;
  const digits = units.toString().padStart(scale + 1, '0');
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

export function times(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

export function minus(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  const at = ({ units, scale: own }: Decimal) => units * 10n ** BigInt(scale - own);
  return { units: at(left) - at(right), scale };
}

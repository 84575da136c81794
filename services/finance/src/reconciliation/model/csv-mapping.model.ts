export const CSV_ENCODINGS = ['UTF_8', 'GB18030', 'WINDOWS_1252', 'ISO_8859_1'] as const;
export type CsvEncoding = (typeof CSV_ENCODINGS)[number];

export const SIGN_CONVENTIONS = ['MINUS_IS_OUT', 'MINUS_IS_IN', 'SEPARATE_COLUMNS', 'DIRECTION_COLUMN'] as const;
/** How a file says whether money came or went. */
export type SignConvention = (typeof SIGN_CONVENTIONS)[number];

/** Which column of a CSV statement is what, and how its values are written. */
export interface CsvMapping {
  readonly encoding: CsvEncoding;
  readonly delimiter: string;
  readonly decimalSeparator: ',' | '.';
  /** `YYYY-MM-DD`, `DD.MM.YYYY`, `YYYYMMDD`, … */
  readonly dateFormat: string;
  readonly sign: SignConvention;
  /** Lines before the one with the names of the columns. */
  readonly linesBeforeHeader: number;
  readonly columns: {
    readonly bookedOn: string;
    readonly valueOn?: string;
    /** The amount, or what went out where SEPARATE_COLUMNS. */
    readonly amount: string;
    readonly amountIn?: string;
    readonly direction?: string;
    readonly currency?: string;
    readonly bankReference?: string;
    readonly references: readonly string[];
    readonly text: readonly string[];
    readonly balanceAfter?: string;
    readonly account?: string;
  };
  /** Values of the direction column that mean money left the account. */
  readonly outWords: readonly string[];
}

/** Reads a day as the format says, or answers nothing when the text is no such day. */
export function readDay(text: string, format: string): string | undefined {
  const parts: Record<'Y' | 'M' | 'D', string> = { Y: '', M: '', D: '' };
  if (text.length < format.length) return undefined;
  for (let at = 0; at < format.length; at += 1) {
    const [sign = '', found = ''] = [format[at], text[at]];
    if (sign === 'Y' || sign === 'M' || sign === 'D') {
      if (found < '0' || found > '9') return undefined;
      parts[sign] += found;
    } else if (sign !== found) {
      return undefined;
    }
  }
  const rest = text.slice(format.length);
  // Many banks write a time after the day.
  if (rest !== '' && !/^[ T]?\d{1,2}:?\d\d/.test(rest)) return undefined;
  return calendarDay(parts.Y.length === 2 ? `20${parts.Y}` : parts.Y, parts.M, parts.D);
}

/** Whether a format names a year, a month and a day, once each. */
export function isDateFormat(format: string): boolean {
  return /^(YYYY|YY)[^YMD\d]?MM[^YMD\d]?DD$|^DD[^YMD\d]?MM[^YMD\d]?(YYYY|YY)$|^MM[^YMD\d]?DD[^YMD\d]?(YYYY|YY)$/.test(
    format,
  );
}

/** `2026-02-30` is no day. */
export function calendarDay(year: string, month: string, day: string): string | undefined {
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year.padStart(4, '0')}-${month}-${day}`;
  return Number.isFinite(moment.getTime()) && moment.toISOString().startsWith(text) ? text : undefined;
}

/**
 * An amount as the file writes it, with a point and without grouping; nothing when it is no amount. What groups digits
 * stands before the last three of them, or four: `12,34` is no amount where a point was expected, and not 1,234.
 */
export function plainAmount(text: string, decimalSeparator: ',' | '.'): string | undefined {
  const [whole = ''] = text.split(decimalSeparator);
  if (/\d[.,\s'\u00a0\u202f]\d/.test(whole) && !/\D\d{3,4}\s*-?$/.test(whole.trim())) return undefined;
  const grouping = decimalSeparator === ',' ? /[.\s'\u00a0\u202f]/g : /[,\s'\u00a0\u202f]/g;
  const bare = text
    .trim()
    .replaceAll(grouping, '')
    .replace(decimalSeparator, '.')
    .replace(/^\+/, '')
    .replace('\u2212', '-');
  if (/^-?\d+(\.\d+)?$/.test(bare)) return bare;
  // Some write the sign last.
  return /^\d+(\.\d+)?-$/.test(bare) ? `-${bare.slice(0, -1)}` : undefined;
}

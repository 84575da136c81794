import type { AdoptionSettings } from '../adoption/adoption.model';
import { numberingSchema, type Numbering } from '../adoption/open-value.model';
import type { Regulation } from '../regulation/regulation.model';
import { localDayAt } from '../working-time/local-day';

const FIELD = /\{(YYYY|YY|MM|DD|SERIAL:\d{1,2})\}/g;
const NEEDS: Record<Numbering['period'], readonly string[]> = { YEAR: ['Y'], MONTH: ['Y', 'M'], DAY: ['Y', 'M', 'D'] };
const PERIOD_LENGTH: Record<Numbering['period'], number> = {
  YEAR: 'YYYY'.length,
  MONTH: 'YYYY-MM'.length,
  DAY: 'YYYY-MM-DD'.length,
};

/** What is wrong with a number pattern, or nothing. A pattern must not be able to write the same number in two periods. */
export function patternProblem({ pattern, period }: Numbering): string | undefined {
  const fields = [...pattern.matchAll(FIELD)].map(([, field = '']) => field);
  const literal = pattern.replace(FIELD, '');
  if (/[{}]/.test(literal)) return 'unknown field; expected {YYYY}, {YY}, {MM}, {DD} or {SERIAL:n}';
  if (fields.filter((field) => field.startsWith('SERIAL')).length !== 1) return 'expected exactly one {SERIAL:n}';
  const missing = NEEDS[period].filter((letter) => !fields.some((field) => field.startsWith(letter)));
  if (missing.length > 0)
    return `numbers would repeat: the series restarts every ${period.toLowerCase()}, which the pattern does not show`;
  return undefined;
}

/** How complaints are numbered: as the text says, by the open value that it leaves, or else as the organisation decided. */
export function numberingOf(regulation: Regulation, settings: AdoptionSettings): Numbering {
  if (regulation.numbering !== undefined) {
    const { pattern, period } = regulation.numbering;
    return { pattern, period };
  }
  const open = regulation.openValues.find(({ type }) => type === 'NUMBERING');
  return open === undefined ? settings.numbering : numberingSchema.parse(settings.openValues[open.key]);
}

/** The period of a series that an instant falls in, in the organisation's time zone: `2026-11` for a monthly one. */
export function numberPeriod(regulation: Regulation, settings: AdoptionSettings, at: Date): string {
  const { period } = numberingOf(regulation, settings);
  return localDayAt(settings.timeZone, at.getTime()).date.slice(0, PERIOD_LENGTH[period]);
}

/** Writes a number. A serial with more digits than its field widens the number, so that none is ever written twice. */
export function formatNumber(
  regulation: Regulation,
  settings: AdoptionSettings,
  { at, serial }: { readonly at: Date; readonly serial: number },
): string {
  const [year = '', month = '', day = ''] = localDayAt(settings.timeZone, at.getTime()).date.split('-');
  const written: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(-2), MM: month, DD: day };
  return numberingOf(regulation, settings).pattern.replace(FIELD, (_, field: string) => {
    if (field.startsWith('SERIAL')) return serial.toString().padStart(Number(field.slice('SERIAL:'.length)), '0');
    return written[field] ?? '';
  });
}

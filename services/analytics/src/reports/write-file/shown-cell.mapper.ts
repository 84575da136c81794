import type { ContentColumn, ContentSection } from '../model/report-content.model';
import type { Words } from '../model/report-definition.model';
import type { FileLanguage } from '../model/report-format.model';

/** A cell as people read it. A number is a plain decimal. */
export type ShownCell = { readonly kind: 'text' | 'number'; readonly text: string } | null;

const MS_PER_HOUR = 3_600_000n;
const HOURS: Words = { zh: '小时', en: 'hours' };
const NONE: Words = { zh: '（无）', en: '(none)' };

/** A text in the language of the file. */
export function wordsIn({ zh, en }: Words, language: FileLanguage): string {
  return language === 'zh-CN' ? zh : en;
}

/** The head of a column; spans of time are shown in hours. */
export function shownHead({ label, unit }: ContentColumn, language: FileLanguage): string {
  const head = wordsIn(label, language);
  if (unit === 'PERCENT') return `${head} (%)`;
  return unit === 'MILLISECONDS' ? `${head} (${wordsIn(HOURS, language)})` : head;
}

/** The cells of a row in the order of the columns. */
export function shownRow(
  { columns }: Pick<ContentSection, 'columns'>,
  row: ContentSection['rows'][number],
  language: FileLanguage,
): readonly ShownCell[] {
  const ofRow = row[columns.findIndex(({ key }) => key === 'unit')];
  return columns.map((column, index) => {
    const value = row[index] ?? null;
    if (column.kind === 'KEY') return { kind: 'text', text: shownKey(column, value, language) };
    if (value === null) return null;
    return { kind: 'number', text: shownNumber(value, column.unit ?? ofRow) };
  });
}

function shownKey({ key, names }: ContentColumn, value: string | null, language: FileLanguage): string {
  if (value === null) return wordsIn(NONE, language);
  if (key === 'unit' && value === 'MILLISECONDS') return wordsIn(HOURS, language);
  const name = names[value];
  return name === undefined ? value : wordsIn(name, language);
}

/** Hours with two decimals, half up, without a detour over floating point. */
function hours(milliseconds: string): string {
  const hundredths = (BigInt(milliseconds) * 100n * 2n + MS_PER_HOUR) / (MS_PER_HOUR * 2n);
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`;
}

/** Percentages and scores are kept with four decimals; two are enough to read. Money has the digits of its currency. */
function shownNumber(value: string, unit: string | null | undefined): string {
  if (unit === 'MILLISECONDS') return hours(value);
  const shortened = (unit === 'PERCENT' || unit === 'SCORE') && /\.\d{4}$/.test(value);
  return shortened ? Number(value).toFixed(2) : value;
}

/** The number behind a shown cell, for a chart. */
export function drawnNumber(cell: ShownCell | undefined): number | null {
  return cell === null || cell === undefined ? null : Number(cell.text);
}

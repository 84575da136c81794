import type { ContentChart, ContentSection } from '../../model/report-content.model';
import type { FrozenReport } from '../../model/report-file.model';
import type { FileLanguage } from '../../model/report-format.model';
import { crossingOf } from '../drawn-chart.mapper';
import { reportFields } from '../report-fields.mapper';
import { REPORT_WORDS } from '../report-words.mapper';
import { shownHead, shownRow, wordsIn, type ShownCell } from '../shown-cell.mapper';

/** A line of cells of a workbook; bold ones are heads. */
export interface WorkbookLine {
  readonly cells: readonly ShownCell[];
  readonly bold: boolean;
}

/** A chart over the cells of its own sheet; columns and lines from 0. */
export interface WorkbookChart {
  readonly kind: Exclude<ContentChart['kind'], 'HEAT_MAP'>;
  readonly title: string;
  readonly category: number;
  readonly series: readonly number[];
  readonly head: number;
  readonly first: number;
  readonly last: number;
}

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly lines: readonly WorkbookLine[];
  readonly width: number;
  readonly chart?: WorkbookChart;
  /** Cells that are the darker the more they are: first and last line, first and last column. */
  readonly shaded?: { readonly lines: readonly [number, number]; readonly columns: readonly [number, number] };
}

const HEAD_LINE = 3;
const text = (words: string): ShownCell => ({ kind: 'text', text: words });
const line = (cells: readonly ShownCell[], bold = false): WorkbookLine => ({ cells, bold });

/** What the report is of, and then a sheet for each section. */
export function workbookSheets(frozen: FrozenReport, language: FileLanguage): readonly WorkbookSheet[] {
  const title = wordsIn(frozen.report.definition.label, language);
  const fields = reportFields(frozen, language).map(({ label, value }) => line([text(label), text(value)]));
  const summary: WorkbookSheet = {
    name: wordsIn(REPORT_WORDS.summary, language),
    lines: [line([text(title)], true), line([]), ...fields],
    width: 2,
  };
  const sections = frozen.content.sections.map((section, index) => sectionSheet(section, index, language));
  return [summary, ...sections];
}

function sectionSheet(section: ContentSection, index: number, language: FileLanguage): WorkbookSheet {
  const title = wordsIn(section.title, language);
  const rows = section.rows.map((row) => shownRow(section, row, language));
  const note = section.note === null ? [] : [text(wordsIn(section.note, language))];
  const head = section.columns.map((column) => text(shownHead(column, language)));
  const sheet: WorkbookSheet = {
    name: sheetName(index + 1, title),
    lines: [line([text(title)], true), line(note), line([]), line(head, true), ...rows.map((row) => line(row))],
    width: head.length,
  };
  const { chart } = section;
  if (chart === null || rows.length === 0) return sheet;
  if (chart.kind === 'HEAT_MAP') return withCrossing(sheet, section, language);
  const [first, last] = [HEAD_LINE + 1, HEAD_LINE + rows.length];
  const { kind, category, series } = chart;
  return { ...sheet, chart: { kind, title, category, series, head: HEAD_LINE, first, last } };
}

/** Beside the list of pairs the same as a field, with the names down and across. */
function withCrossing(sheet: WorkbookSheet, section: ContentSection, language: FileLanguage): WorkbookSheet {
  const crossing = crossingOf(section, language);
  if (crossing === undefined) return sheet;
  const { down, across, values } = crossing;
  const beside: readonly (readonly ShownCell[])[] = [
    [null, ...across.map(text)],
    ...down.map((name, index) => [text(name), ...(values[index] ?? []).map(numberCell)]),
  ];
  const left = sheet.width + 1;
  const lines = sheet.lines.map((each, index) => {
    const more = beside[index - HEAD_LINE];
    if (more === undefined) return each;
    const gap = Array.from({ length: left - each.cells.length }, () => null);
    return line([...each.cells, ...gap, ...more], each.bold);
  });
  return {
    ...sheet,
    lines,
    width: left + 1 + across.length,
    shaded: {
      lines: [HEAD_LINE + 1, HEAD_LINE + down.length],
      columns: [left + 1, left + across.length],
    },
  };
}

function numberCell(value: number | null): ShownCell {
  return value === null ? null : { kind: 'number', text: String(value) };
}

/** At most 31 characters, none of those that mean something in references, and different from all others. */
function sheetName(number: number, title: string): string {
  return `${number} ${title.replace(/[[\]:*?/\\']/g, ' ')}`.slice(0, 31);
}

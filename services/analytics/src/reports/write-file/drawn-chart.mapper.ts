import type { Chart } from '@redress/documents';
import type { ContentSection } from '../model/report-content.model';
import type { FileLanguage } from '../model/report-format.model';
import { REPORT_WORDS } from './report-words.mapper';
import { drawnNumber, shownHead, shownRow, wordsIn } from './shown-cell.mapper';

/** More cannot be told apart on a page; the table beside has them all. */
const BARS_AT_MOST = 20;
const SLICES_AT_MOST = 8;
const FIELDS_AT_MOST = 12;

type Slice = Extract<Chart, { kind: 'pie' }>['slices'][number];

/** The pairs of a section as a field: names down, names across, and the numbers at their crossings. */
export interface Crossing {
  readonly down: readonly string[];
  readonly across: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** The field of a section that is drawn as a heat map; nothing for any other. */
export function crossingOf(section: ContentSection, language: FileLanguage): Crossing | undefined {
  const { chart } = section;
  if (chart?.kind !== 'HEAT_MAP') return undefined;
  const rows = section.rows.map((row) => shownRow(section, row, language));
  const textAt = (index: number) => rows.map((row) => row[index]?.text ?? '');
  const [down, across] = [[...new Set(textAt(chart.down))], [...new Set(textAt(chart.across))]];
  const byPair = new Map(
    rows.map((row) => [pairOf(row[chart.down]?.text, row[chart.across]?.text), drawnNumber(row[chart.value])]),
  );
  return { down, across, values: down.map((one) => across.map((other) => byPair.get(pairOf(one, other)) ?? null)) };
}

const pairOf = (one = '', other = ''): string => JSON.stringify([one, other]);

/** How a section is drawn on paper; nothing where it is only a table. */
export function drawnChart(section: ContentSection, language: FileLanguage): Chart | undefined {
  const { chart, columns } = section;
  if (chart === null || section.rows.length === 0) return undefined;
  if (chart.kind === 'HEAT_MAP') return heatMap(crossingOf(section, language));
  const rows = section.rows.map((row) => shownRow(section, row, language));
  const nameOf = (row: (typeof rows)[number]) => row[chart.category]?.text ?? '';
  if (chart.kind === 'PIE') {
    const [series = 0] = chart.series;
    const slices = rows.map((row) => ({ label: nameOf(row), value: drawnNumber(row[series]) ?? 0 }));
    return { kind: 'pie', slices: withRest(slices, language) };
  }
  const drawn = chart.kind === 'BAR' ? rows.slice(0, BARS_AT_MOST) : rows;
  return {
    kind: chart.kind === 'BAR' ? 'bar' : 'line',
    categories: drawn.map(nameOf),
    series: chart.series.flatMap((index) => {
      const column = columns[index];
      const values = drawn.map((row) => drawnNumber(row[index]));
      return column === undefined ? [] : [{ label: shownHead(column, language), values }];
    }),
  };
}

/** The parts beyond the first few as one, so that all of them are the whole. */
function withRest(slices: readonly Slice[], language: FileLanguage): readonly Slice[] {
  if (slices.length <= SLICES_AT_MOST) return slices;
  const shown = slices.slice(0, SLICES_AT_MOST - 1);
  const value = slices.slice(SLICES_AT_MOST - 1).reduce((sum, slice) => sum + slice.value, 0);
  return [...shown, { label: wordsIn(REPORT_WORDS.others, language), value }];
}

function heatMap(crossing: Crossing | undefined): Chart | undefined {
  if (crossing === undefined) return undefined;
  const { down, across, values } = crossing;
  return {
    kind: 'heat-map',
    down: down.slice(0, FIELDS_AT_MOST),
    across: across.slice(0, FIELDS_AT_MOST),
    values: values.slice(0, FIELDS_AT_MOST).map((line) => line.slice(0, FIELDS_AT_MOST)),
  };
}

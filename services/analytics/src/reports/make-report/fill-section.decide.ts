import type { Regulation } from '@redress/regulations';
import { isGrain } from '../../metrics/model/dimension.model';
import type { DimensionName, MetricFigure, MetricsRow, Unit } from '../model/figures.model';
import type { ContentChart, ContentColumn, ContentSection } from '../model/report-content.model';
import type { Words } from '../model/report-definition.model';
import { timesBetween, type ReportPeriod } from '../model/report-period.model';
import { DIMENSION_WORDS } from '../templates/dimension-words.model';
import { figureWords } from '../templates/figure-words.model';
import type { ChartTemplate, FiguresTemplate, SectionTemplate } from '../templates/section-template.model';
import { namesOf } from '../templates/value-names.model';
import { sectionDays } from './section-query.decide';

const ROWS_AT_MOST = 50;
const NOTHING: Words = { zh: '本期没有数据。', en: 'There is nothing in this period.' };

interface FigureColumn {
  readonly figure: MetricFigure;
  readonly key: string;
}

/** A section that only says why it shows nothing. */
export function sectionWithout(code: string, title: Words, note: Words): ContentSection {
  return { code, title, note, columns: [], rows: [], chart: null };
}

/** What a section says of a question that was refused. */
export function refusedSection(code: string, { title }: SectionTemplate, refusal: string): ContentSection {
  const note = { zh: `无法给出数据（${refusal}）。`, en: `The figures could not be given (${refusal}).` };
  return sectionWithout(code, title, note);
}

/** Makes a table of an answer: one row a group, or one row a figure where nothing was grouped. */
export function fillSection(
  code: string,
  template: FiguresTemplate,
  answered: readonly MetricsRow[],
  regulation: Regulation | undefined,
  period: ReportPeriod,
): ContentSection {
  const { title, groupBy, metrics } = template;
  const columns = metrics.flatMap((name) => columnsOf(name, answered));
  const rows = withoutGaps(answered, template, period);
  if (groupBy.length === 0) return { code, title, ...listed(columns), note: null, chart: null };
  if (rows.length === 0) return sectionWithout(code, title, NOTHING);
  const filled = ordered(rows, groupBy, columns);
  const shown = groupBy.some(isGrain) ? filled : filled.slice(0, ROWS_AT_MOST);
  const keys = groupBy.map((dimension, index): ContentColumn => {
    const values = new Set(shown.flatMap((row) => row[index] ?? []));
    const names = namesOf(dimension, [...values], regulation);
    return { key: dimension, label: DIMENSION_WORDS[dimension], kind: 'KEY', unit: null, currency: null, names };
  });
  return {
    ...{ code, title, rows: shown, columns: [...keys, ...columns.map(contentColumn)] },
    note: shown.length === filled.length ? null : firstOf(shown.length, filled.length),
    chart: template.chart === undefined ? null : chartOf(template.chart, groupBy.length, columns),
  };
}

/** Days and months in which nothing happened have a row too, so that a line over them does not hide it. */
function withoutGaps(
  rows: readonly MetricsRow[],
  template: FiguresTemplate,
  period: ReportPeriod,
): readonly MetricsRow[] {
  const [grain, ...others] = template.groupBy;
  if ((grain !== 'DAY' && grain !== 'MONTH') || others.length > 0 || rows.length === 0) return rows;
  const byTime = new Map(rows.map((row) => [row.keys[0], row]));
  const times = timesBetween(grain, sectionDays(template, period));
  return times.map((time) => byTime.get(time) ?? { keys: [time], figures: [] });
}

/** The columns that a metric needs: one for each statistic and currency. How many a duration is of is left out. */
function columnsOf(name: string, rows: readonly MetricsRow[]): FigureColumn[] {
  const figures = new Map<string, MetricFigure>();
  for (const figure of rows.flatMap((row) => row.figures)) {
    if (figure.metric === name) figures.set(keyOf(figure), figure);
  }
  const several = [...figures.values()].some(({ statistic }) => statistic !== 'COUNT');
  return [...figures]
    .filter(([, { statistic }]) => !several || statistic !== 'COUNT')
    .sort(([, one], [, other]) => ((one.currency ?? '') < (other.currency ?? '') ? -1 : 1))
    .map(([key, figure]) => ({ key, figure }));
}

function keyOf({ metric, statistic, currency }: MetricFigure): string {
  return [metric, statistic, currency].filter((part) => part !== undefined).join(':');
}

function contentColumn({ key, figure }: FigureColumn): ContentColumn {
  const { unit, currency = null } = figure;
  return { key, label: figureWords(figure), kind: 'FIGURE', unit, currency, names: {} };
}

/** Time runs downwards; of anything else the most comes first. */
function ordered(
  rows: readonly MetricsRow[],
  groupBy: readonly DimensionName[],
  columns: readonly FigureColumn[],
): readonly (readonly (string | null)[])[] {
  const filled = rows.map(({ keys, figures }) => {
    const values = new Map(figures.map((figure) => [keyOf(figure), figure.value]));
    return [...keys, ...columns.map(({ key, figure }) => values.get(key) ?? (figure.unit === 'COUNT' ? '0' : null))];
  });
  if (groupBy.some(isGrain)) return filled;
  const first = groupBy.length;
  return filled
    .map((row, place) => ({ row, place }))
    .sort((one, other) => compare(other.row[first], one.row[first]) || one.place - other.place)
    .map(({ row }) => row);
}

function compare(one: string | null | undefined, other: string | null | undefined): number {
  return Number(one ?? -1) - Number(other ?? -1);
}

function listed(columns: readonly FigureColumn[]): Pick<ContentSection, 'columns' | 'rows'> {
  const plain = { unit: null, currency: null };
  const names = Object.fromEntries(columns.map(({ key, figure }) => [key, figureWords(figure)]));
  return {
    columns: [
      { key: 'figure', label: { zh: '指标', en: 'Figure' }, kind: 'KEY', names, ...plain },
      { key: 'value', label: { zh: '数值', en: 'Value' }, kind: 'FIGURE', names: {}, ...plain },
      { key: 'unit', label: { zh: '单位', en: 'Unit' }, kind: 'KEY', names: UNIT_WORDS, ...plain },
    ],
    rows: columns.map(({ key, figure }) => [key, figure.value, figure.currency ?? figure.unit]),
  };
}

const UNIT_WORDS: Readonly<Record<Exclude<Unit, 'MONEY'>, Words>> = {
  COUNT: { zh: '个', en: 'number' },
  MILLISECONDS: { zh: '毫秒', en: 'ms' },
  PERCENT: { zh: '%', en: '%' },
  SCORE: { zh: '分', en: 'score' },
};

function chartOf(
  { kind, metric, statistic }: ChartTemplate,
  keys: number,
  columns: readonly FigureColumn[],
): ContentChart | null {
  const places = columns.flatMap(({ figure }, index) =>
    figure.metric === metric && (statistic === undefined || figure.statistic === statistic) ? [keys + index] : [],
  );
  const [first] = places;
  if (first === undefined) return null;
  if (kind === 'HEAT_MAP') return { kind, down: 0, across: 1, value: first };
  return { kind, category: 0, series: kind === 'PIE' ? [first] : places };
}

/** What a section says that shows only the first of its rows. */
export function firstOf(shown: number, all: number): Words {
  return { zh: `仅列前 ${shown} 项，共 ${all} 项。`, en: `The first ${shown} of ${all}.` };
}

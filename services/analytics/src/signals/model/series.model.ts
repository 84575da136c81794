import type { DimensionName } from '../../metrics/model/dimension.model';
import type { MetricName } from '../../metrics/model/metric-registry.model';
import type { ExposureUnit, Grain, Observation } from './control-chart.model';

export const FIGURES = ['COMPLAINTS', 'VALID_SHARE', 'AT_FAULT_SHARE', 'UNTIMELY_SHARE', 'DISPUTED_SHARE'] as const;
/** What is watched. */
export type Figure = (typeof FIGURES)[number];

/** Every share without a denominator of its own is one of the complaints received. */
export const RECEIVED: MetricName = 'COMPLAINTS_RECEIVED';
/** What complaints about a product are held against, where an organisation lets its orders be known. */
export const SOLD: MetricName = 'LINES_SOLD';

/** A figure as data: its words, and how it is read off a metric. */
export interface FigureDefinition {
  readonly metric: MetricName;
  /** A count; the share that the metric is; the rest of that share; or a count of those received. */
  readonly reading: 'COUNT' | 'SHARE' | 'REST_OF_SHARE' | 'COUNT_OF_RECEIVED';
  /** The metric whose cases are those that were observed, where it is not the same. */
  readonly observed?: MetricName;
  readonly label: { readonly zh: string; readonly en: string };
}

export const FIGURE_DEFINITIONS: Readonly<Record<Figure, FigureDefinition>> = {
  COMPLAINTS: { metric: RECEIVED, reading: 'COUNT', label: { zh: '投诉数量', en: 'Complaints' } },
  VALID_SHARE: {
    ...{ metric: 'VALID_RATE', reading: 'SHARE' },
    label: { zh: '成立投诉的比例', en: 'Share of valid complaints' },
  },
  AT_FAULT_SHARE: {
    ...{ metric: 'AT_FAULT_RATE', reading: 'SHARE' },
    label: { zh: '有责投诉的比例', en: 'Share of at-fault complaints' },
  },
  UNTIMELY_SHARE: {
    ...{ metric: 'TIMELY_RATE', reading: 'REST_OF_SHARE', observed: 'CASES_CLOSED_LATE' },
    label: { zh: '逾期结案的比例', en: 'Share closed too late' },
  },
  DISPUTED_SHARE: {
    ...{ metric: 'COMPLAINTS_DISPUTED', reading: 'COUNT_OF_RECEIVED' },
    label: { zh: '有异议投诉的比例', en: 'Share of disputed complaints' },
  },
};

export const WATCHED_DIMENSIONS = ['CATEGORY', 'PRODUCT', 'REGION'] as const satisfies readonly DimensionName[];
export type WatchedDimension = (typeof WATCHED_DIMENSIONS)[number];

/** Among so many values the largest are chosen; of a dimension with more, nothing is watched anew nor proposed. */
export const VALUES_CHOSEN_AMONG = 50_000;

/** Which series: one figure of one product, category or region. */
export interface SeriesName {
  readonly figure: Figure;
  readonly dimension: WatchedDimension;
  readonly value: string;
}

/** What a series has on one local day: its count, and the lines sold or complaints that it is held against. */
export interface DayOfSeries {
  readonly observed: number;
  readonly exposure: number;
}

/** A series by local day, as `dayNumber` numbers it; a day without anything is absent. */
export interface Series extends SeriesName {
  readonly days: ReadonlyMap<number, DayOfSeries>;
}

/** One text for each series. */
export function seriesKey({ figure, dimension, value }: SeriesName): string {
  return `${figure}/${dimension}/${value}`;
}

const DAY_MS = 86_400_000;
const EPOCH_IS_THURSDAY = 3;

/** Days since the first of January 1970. */
export function dayNumber(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** The local day so many days later; days are plain dates such as `2026-11-22`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: string): string {
  return dayAfter(day, -((dayNumber(day) + EPOCH_IS_THURSDAY) % 7));
}

/** Complete days or weeks from the first whole one after `from` up to, and without, `to`, oldest first. */
export function spansOf(grain: Grain, from: string, to: string): readonly Span[] {
  const length = grain === 'DAY' ? 1 : 7;
  const spans: { from: string; to: string }[] = [];
  let start = grain === 'DAY' || mondayOf(from) === from ? from : dayAfter(mondayOf(from), 7);
  while (dayAfter(start, length) <= to) {
    const end = dayAfter(start, length);
    spans.push({ from: start, to: end });
    start = end;
  }
  return spans;
}

/** A stretch of local days, without the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** What a series had in each span, held against the unit. */
export function observationsOf({ days }: Series, spans: readonly Span[], unit: ExposureUnit): readonly Observation[] {
  return spans.map(({ from, to }) => {
    let [observed, exposure] = [0, 0];
    const [first, end] = [dayNumber(from), dayNumber(to)];
    for (let day = first; day < end; day += 1) {
      observed += days.get(day)?.observed ?? 0;
      exposure += days.get(day)?.exposure ?? 0;
    }
    return { from, to, observed, exposure: unit === 'DAY' ? end - first : exposure };
  });
}

/** Counts are held against lines sold where some are known for every span, and against days otherwise. */
export function unitOf(series: Series, spans: readonly Span[]): ExposureUnit {
  if (FIGURE_DEFINITIONS[series.figure].reading !== 'COUNT') return 'COMPLAINT';
  return observationsOf(series, spans, 'LINE_SOLD').every(({ exposure }) => exposure > 0) ? 'LINE_SOLD' : 'DAY';
}

import type { Regulation } from '@redress/regulations';
import type { ImprovementPoint } from '../../signals/improvement-points/model/improvement-point.model';
import { localDayOf } from '../../signals/model/local-day.model';
import type { ContentColumn, ContentSection } from '../model/report-content.model';
import type { Words } from '../model/report-definition.model';
import type { ReportPeriod } from '../model/report-period.model';
import {
  IMPROVEMENT_COLUMNS,
  IMPROVEMENT_FIGURES,
  type EffectName,
  type ImprovementColumn,
  type ImprovementFigure,
} from '../templates/improvement-words.model';
import type { ImprovementsTemplate } from '../templates/section-template.model';
import { namesOf } from '../templates/value-names.model';
import { firstOf, sectionWithout } from './fill-section.decide';

/** What the sections of improvement points are made of. */
export interface ImprovementsSeen {
  readonly points: readonly ImprovementPoint[];
  readonly period: ReportPeriod;
  readonly timeZone: string;
  readonly regulation: Regulation | undefined;
}

const ROWS_AT_MOST = 50;
const NONE: Words = { zh: '本期没有改进点。', en: 'There are no improvement points in this period.' };
const COLUMNS: Readonly<Record<'EVIDENCE' | 'COURSE', readonly ImprovementColumn[]>> = {
  EVIDENCE: ['month', 'dimension', 'value', 'source', 'figure', 'observed', 'comparedWith', 'currency', 'signal'],
  COURSE: ['month', 'value', 'state', 'adoptedOn', 'completedOn', 'change', 'effect', 'point'],
};

/** Makes a section of the improvement points of a period: how many, what suggests them, or how far they are. */
export function fillImprovements(
  code: string,
  { title, improvementPoints: shown }: ImprovementsTemplate,
  seen: ImprovementsSeen,
): ContentSection {
  if (shown === 'FIGURES') return { code, title, ...figures(seen), note: null, chart: null };
  const { points } = seen;
  if (points.length === 0) return sectionWithout(code, title, NONE);
  const rows = points.slice(0, ROWS_AT_MOST).map((point) => COLUMNS[shown].map((name) => cellOf(name, point)));
  const columns = COLUMNS[shown].map((name) => columnOf(name, seen));
  const note = rows.length === points.length ? null : firstOf(rows.length, points.length);
  return { code, title, note, columns, rows, chart: null };
}

function figures({ points, period, timeZone }: ImprovementsSeen): Pick<ContentSection, 'columns' | 'rows'> {
  const [firstMonth, endMonth] = [period.from.slice(0, 7), period.to.slice(0, 7)];
  const within = (day: string | undefined): boolean => day !== undefined && day >= period.from && day < period.to;
  const dayOf = (moment: Date | undefined) => (moment === undefined ? undefined : localDayOf(moment, timeZone));
  const found = points.filter(({ foundIn }) => foundIn >= firstMonth && foundIn < endMonth);
  const measured = points.filter(({ effect }) => effect !== undefined && within(dayOf(new Date(effect.measuredAt))));
  const counts: Readonly<Record<ImprovementFigure, readonly ImprovementPoint[]>> = {
    FOUND: found,
    FOUND_BY_SIGNAL: found.filter(({ source }) => source === 'SIGNAL'),
    ADOPTED: points.filter(({ adoptedOn }) => within(adoptedOn)),
    REJECTED: points.filter(({ state, decidedAt }) => state === 'REJECTED' && within(dayOf(decidedAt))),
    COMPLETED: points.filter(({ completedOn }) => within(completedOn)),
    MEASURED: measured,
    EFFECTIVE: measured.filter((point) => effectOf(point) === 'FELL'),
  };
  const plain = { unit: null, currency: null };
  return {
    columns: [
      { key: 'figure', label: { zh: '指标', en: 'Figure' }, kind: 'KEY', names: IMPROVEMENT_FIGURES, ...plain },
      { key: 'value', label: { zh: '数值', en: 'Value' }, kind: 'FIGURE', names: {}, ...plain, unit: 'COUNT' },
    ],
    rows: Object.entries(counts).map(([figure, counted]) => [figure, String(counted.length)]),
  };
}

function columnOf(key: ImprovementColumn, { points, regulation }: ImprovementsSeen): ContentColumn {
  const { label, kind, unit = null, names = {} } = IMPROVEMENT_COLUMNS[key];
  const categories = points.filter(({ dimension }) => dimension === 'CATEGORY').map(({ value }) => value);
  const own = key === 'value' ? namesOf('CATEGORY', categories, regulation) : names;
  return { key, label, kind, unit, currency: null, names: own };
}

function cellOf(name: ImprovementColumn, point: ImprovementPoint): string | null {
  const { effect, evidence } = point;
  const cells: Readonly<Record<ImprovementColumn, string | undefined>> = {
    month: point.foundIn,
    dimension: point.dimension,
    value: point.value,
    source: point.source,
    figure: point.figure,
    observed: evidence.observed,
    comparedWith: evidence.comparedWith,
    currency: evidence.currency,
    signal: point.signalId,
    state: point.state,
    adoptedOn: point.adoptedOn,
    completedOn: point.completedOn,
    change: effect?.changePercent === undefined ? undefined : String(effect.changePercent),
    effect: effectOf(point),
    point: point.id,
  };
  return cells[name] ?? null;
}

/** Nothing is told of a change that may be chance. */
function effectOf({ effect }: ImprovementPoint): EffectName | undefined {
  if (effect === undefined) return undefined;
  if (!effect.significant) return 'NOT_TOLD';
  const { before, after } = effect;
  return after.observed * before.exposure < before.observed * after.exposure ? 'FELL' : 'ROSE';
}

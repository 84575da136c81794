import { FIGURE_DEFINITIONS } from '../../signals/model/series.model';
import type { Words } from '../model/report-definition.model';
import { DIMENSION_WORDS } from './dimension-words.model';

const words = (zh: string, en: string): Words => ({ zh, en });

/** What is counted of improvement points. */
export const IMPROVEMENT_FIGURES = {
  FOUND: words('本期提出的改进点', 'Found in the period'),
  FOUND_BY_SIGNAL: words('其中来自预警', 'Of these because of a signal'),
  ADOPTED: words('本期采纳', 'Adopted in the period'),
  REJECTED: words('本期不采纳', 'Rejected in the period'),
  COMPLETED: words('本期完成', 'Completed in the period'),
  MEASURED: words('本期测得效果', 'Effect measured in the period'),
  EFFECTIVE: words('其中显著下降', 'Of these with a fall that is no chance'),
} as const satisfies Readonly<Record<string, Words>>;

export type ImprovementFigure = keyof typeof IMPROVEMENT_FIGURES;

const STATES = {
  PROPOSED: words('已提出', 'Proposed'),
  ADOPTED: words('已采纳', 'Adopted'),
  REJECTED: words('不采纳', 'Rejected'),
  DONE: words('已完成', 'Done'),
  EFFECT_MEASURED: words('已测效果', 'Effect measured'),
};

const SOURCES = {
  SIGNAL: words('质量预警', 'Signal'),
  MOST_COMPLAINTS: words('投诉最多', 'Most complaints'),
  MOST_COST: words('赔付最高', 'Most cost'),
};

/** What a measure has done to its figure. */
const EFFECTS = {
  FELL: words('显著下降', 'A fall that is no chance'),
  ROSE: words('显著上升', 'A rise that is no chance'),
  NOT_TOLD: words('变化不显著', 'No more than chance'),
} as const satisfies Readonly<Record<string, Words>>;

export type EffectName = keyof typeof EFFECTS;

interface ColumnTemplate {
  readonly label: Words;
  readonly kind: 'KEY' | 'FIGURE';
  readonly unit?: 'PERCENT';
  readonly names?: Readonly<Record<string, Words>>;
}

const { CATEGORY, PRODUCT, REGION, CURRENCY } = DIMENSION_WORDS;
const FIGURES = Object.fromEntries(Object.entries(FIGURE_DEFINITIONS).map(([name, { label }]) => [name, label]));

const COLUMNS = {
  month: { label: words('月份', 'Month'), kind: 'KEY' },
  dimension: { label: words('维度', 'Of'), kind: 'KEY', names: { CATEGORY, PRODUCT, REGION } },
  value: { label: words('对象', 'What'), kind: 'KEY' },
  source: { label: words('来源', 'Because of'), kind: 'KEY', names: SOURCES },
  figure: { label: words('指标', 'Figure'), kind: 'KEY', names: FIGURES },
  observed: { label: words('实际', 'Observed'), kind: 'FIGURE' },
  comparedWith: { label: words('预期或总量', 'Expected, or the whole'), kind: 'FIGURE' },
  currency: { label: CURRENCY, kind: 'KEY' },
  signal: { label: words('预警编号', 'Signal'), kind: 'KEY' },
  state: { label: words('状态', 'State'), kind: 'KEY', names: STATES },
  adoptedOn: { label: words('采纳日期', 'Adopted on'), kind: 'KEY' },
  completedOn: { label: words('完成日期', 'Completed on'), kind: 'KEY' },
  change: { label: words('变化', 'Change'), kind: 'FIGURE', unit: 'PERCENT' },
  effect: { label: words('效果', 'Effect'), kind: 'KEY', names: EFFECTS },
  point: { label: words('改进点编号', 'Improvement point'), kind: 'KEY' },
} as const satisfies Readonly<Record<string, ColumnTemplate>>;

export type ImprovementColumn = keyof typeof COLUMNS;

/** The columns of tables of improvement points. */
export const IMPROVEMENT_COLUMNS: Readonly<Record<ImprovementColumn, ColumnTemplate>> = COLUMNS;

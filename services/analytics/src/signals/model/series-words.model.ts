import type { Figure, SeriesName, WatchedDimension } from './series.model';

/** Something in both languages. */
export interface InBoth {
  readonly zh: string;
  readonly en: string;
}

const DIMENSIONS: Readonly<Record<WatchedDimension, InBoth>> = {
  CATEGORY: { zh: '类别', en: 'category' },
  PRODUCT: { zh: '产品', en: 'product' },
  REGION: { zh: '地区', en: 'region' },
};

const RISES: Readonly<Record<Figure, InBoth>> = {
  COMPLAINTS: { zh: '投诉增多', en: 'More complaints' },
  VALID_SHARE: { zh: '成立投诉比例上升', en: 'A larger share of valid complaints' },
  AT_FAULT_SHARE: { zh: '有责投诉比例上升', en: 'A larger share of at-fault complaints' },
  UNTIMELY_SHARE: { zh: '逾期结案比例上升', en: 'A larger share closed too late' },
  DISPUTED_SHARE: { zh: '有异议投诉比例上升', en: 'A larger share of disputed complaints' },
};

/** Which category, product or region. */
export function nameOf({ dimension, value }: Pick<SeriesName, 'dimension' | 'value'>): InBoth {
  return { zh: `${DIMENSIONS[dimension].zh}「${value}」`, en: `${DIMENSIONS[dimension].en} ${value}` };
}

/** A rise as a title. */
export function titleOfRise(series: SeriesName): InBoth {
  const name = nameOf(series);
  const rise = RISES[series.figure];
  return { zh: `${name.zh}：${rise.zh}`, en: `${rise.en}: ${name.en}` };
}

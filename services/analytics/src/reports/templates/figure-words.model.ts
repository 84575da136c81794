import { metric } from '../../metrics/model/metric-registry.model';
import type { MetricFigure, Statistic } from '../model/figures.model';
import type { Words } from '../model/report-definition.model';

const STATISTICS: Readonly<Partial<Record<Statistic, Words>>> = {
  MEAN: { zh: '平均', en: 'mean' },
  MEDIAN: { zh: '中位数', en: 'median' },
  P90: { zh: '第九十百分位', en: '90th percentile' },
};

/** What stands above a column of figures. */
export function figureWords({ metric: name, statistic, currency }: MetricFigure): Words {
  const label = metric(name).label;
  const of = STATISTICS[statistic];
  return {
    zh: [label.zh, of?.zh, currency].filter((part) => part !== undefined).join(' · '),
    en: [label.en, of?.en, currency].filter((part) => part !== undefined).join(', '),
  };
}

export type { DimensionName } from '../../metrics/model/dimension.model';
export type { Unit } from '../../metrics/model/metric.model';
export type { MetricName } from '../../metrics/model/metric-registry.model';
export type { MetricFigure, MetricsRow, Statistic } from '../../metrics/model/metrics-answer.model';
export type { MetricsQuery } from '../../metrics/model/metrics-query.model';

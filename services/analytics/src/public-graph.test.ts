import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueGaps, subgraphSdl, undescribed } from '@redress/graphql-runtime';
import { schemaOnly } from './composition-root';
import { analyticsRefusalTexts } from './metrics';
import { checkMetricsQuery, type MetricsRefusal } from './metrics/model/metrics-query.model';

const CODES: Readonly<Record<MetricsRefusal, true>> = {
  ANALYTICS_NO_METRIC: true,
  ANALYTICS_WINDOW_INVALID: true,
  ANALYTICS_TIME_ZONE_UNKNOWN: true,
  ANALYTICS_DIMENSION_NOT_OF_METRIC: true,
  ANALYTICS_TOO_MANY_DIMENSIONS: true,
  ANALYTICS_TOO_MANY_GROUPS: true,
  ANALYTICS_FUTURE_POSITION: true,
};

describe('the graph of analytics', () => {
  it('is the committed one; write it again with `npm run schemas` when it is meant to differ', () => {
    expect(subgraphSdl(schemaOnly())).toBe(readFileSync(join(__dirname, '..', 'schema.graphql'), 'utf8'));
  });

  it('describes every type, field, argument and value', () => {
    expect(undescribed(schemaOnly().sdl)).toEqual([]);
  });

  it('has a text in both languages for every refusal', () => {
    expect(catalogueGaps(Object.keys(CODES), analyticsRefusalTexts)).toEqual([]);
  });

  it('does not refuse a question that can be answered', () => {
    const window = { from: new Date('2026-01-01'), to: new Date('2026-02-01') };
    const query = {
      metrics: ['CASES_OPEN' as const],
      groupBy: ['DAY' as const],
      where: {},
      window,
      timeZone: 'Asia/Shanghai',
    };
    expect(checkMetricsQuery(query)).toEqual({ ok: true, value: query });
  });
});

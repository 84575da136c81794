import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueGaps, subgraphSdl, undescribed } from '@redress/graphql-runtime';
import { schemaOnly } from './composition-root';
import { analyticsRefusalTexts } from './metrics';
import { checkMetricsQuery } from './metrics/model/metrics-query.model';
import type { DownloadRefusal } from './metrics/export-figures/prepare-figures.handler';
import type { AcrossRefusal } from './metrics/across/across-question.command';
import type { OutsideFigureRefusal } from './metrics/scorecard/record-outside-figure.handler';
import type { ScorecardRefusal } from './metrics/scorecard/scorecard.handler';

const CODES: Readonly<Record<AcrossRefusal | ScorecardRefusal | OutsideFigureRefusal | DownloadRefusal, true>> = {
  ANALYTICS_NO_METRIC: true,
  ANALYTICS_WINDOW_INVALID: true,
  ANALYTICS_TIME_ZONE_UNKNOWN: true,
  ANALYTICS_DIMENSION_NOT_OF_METRIC: true,
  ANALYTICS_TOO_MANY_DIMENSIONS: true,
  ANALYTICS_TOO_MANY_GROUPS: true,
  ANALYTICS_FUTURE_POSITION: true,
  ANALYTICS_METRIC_NOT_ASKED: true,
  ANALYTICS_STATISTIC_NOT_OF_METRIC: true,
  ANALYTICS_BOUNDS_MISSING: true,
  ANALYTICS_TOP_COUNT_INVALID: true,
  ANALYTICS_TOP_NEEDS_GROUPS: true,
  ANALYTICS_CURRENCY_NEEDED: true,
  ANALYTICS_GAPS_NEED_TIME: true,
  ANALYTICS_METRIC_VERSION_GONE: true,
  ANALYTICS_ABOUT_STAFF: true,
  ANALYTICS_TOO_FEW: true,
  ANALYTICS_WINDOW_NOT_WHOLE_DAYS: true,
  ANALYTICS_FILTER_TOO_FINE: true,
  ANALYTICS_DOWNLOAD_ENDED: true,
  ANALYTICS_NO_REGULATION: true,
  ANALYTICS_FIGURE_NOT_FROM_OUTSIDE: true,
  INPUT_INVALID: true,
  VERSION_CONFLICT: true,
  ANALYTICS_NOT_ADDITIVE: true,
  ANALYTICS_NOT_A_DURATION: true,
  ANALYTICS_BINS_INVALID: true,
  ANALYTICS_WEEKS_INVALID: true,
  ANALYTICS_SAME_DIMENSION: true,
  ANALYTICS_NO_CASES_BEHIND: true,
  ANALYTICS_NO_ORGANISATION: true,
  ANALYTICS_TOO_MANY_ORGANISATIONS: true,
  ANALYTICS_ORGANISATION_NOT_OPERATED: true,
  ANALYTICS_ORGANISATION_UNKNOWN: true,
  ANALYTICS_ORGANISATION_NOT_ASKED: true,
  ANALYTICS_ORGANISATION_TWICE: true,
  ANALYTICS_POSITION_OF_ONE_ORGANISATION: true,
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

import { accept } from '@redress/kernel';
import type { MetricsAnswer } from '../answer-metrics.handler';
import type { MetricFigure, MetricsRow } from '../model/metrics-answer.model';
import type { MetricsQuery } from '../model/metrics-query.model';
import { isOfFewValues, tellsFewValues } from './few-values.handler';

const score = (denominator: string): MetricFigure => ({
  ...{ metric: 'SATISFACTION_WITH_RESULT', statistic: 'MEAN', unit: 'SCORE', value: '4.0000' },
  ...{ numerator: '20', denominator },
});
const spans = (value: string): MetricFigure => ({
  ...{ metric: 'TIME_TO_CLOSING_OF_RECEIVED', statistic: 'COUNT', unit: 'COUNT', value },
});
const amount = (currency: string): MetricFigure => ({
  ...{ metric: 'SETTLED_AMOUNT', statistic: 'SUM', unit: 'MONEY', value: '12.00', currency },
});
const row = (region: string, ...figures: readonly MetricFigure[]): MetricsRow => ({ keys: [region], figures });

/** Whether rows tell of too few, where so many were paid by region and currency; and what was asked for that. */
async function told(
  rows: readonly MetricsRow[],
  { paid = [], spread }: { paid?: readonly MetricsRow[]; spread?: MetricsQuery['spread'] } = {},
) {
  const asked: Partial<MetricsQuery>[] = [];
  const ask = (change: Partial<MetricsQuery>) => {
    asked.push(change);
    const asOf = { position: 1n, time: new Date(0), complete: true, metricVersion: 1 };
    return Promise.resolve(accept<MetricsAnswer>({ rows: paid, asOf, engine: 'facts' }));
  };
  const metrics = ['SATISFACTION_WITH_RESULT', 'SETTLED_AMOUNT'] as const;
  const few = await tellsFewValues(ask, { metrics, ...(spread === undefined ? {} : { spread }) }, {}, rows);
  return { few: few.ok ? few.value : few.refusals, asked };
}
const paidTo = (region: string, place: string, persons: number): MetricsRow => ({
  ...{ keys: [region, place, '0'], figures: [], persons },
});

describe('the values that a figure rests on', () => {
  it('are too few below five, and enough where there are none', () => {
    expect(['0', '1', '4', '5'].map((count) => isOfFewValues(score(count)))).toEqual([false, true, true, false]);
    expect(['1', '4', '5'].map((count) => isOfFewValues(spans(count)))).toEqual([true, true, false]);
    const share = { metric: 'VALID_RATE', statistic: 'SHARE', unit: 'PERCENT', value: '0.0000' } as const;
    expect(isOfFewValues({ ...share, numerator: '0', denominator: '1' })).toBe(false);
  });

  it('are those of the row, however many stand behind it', async () => {
    expect((await told([row('north', score('9')), row('south', score('1'))])).few).toBe(true);
    expect((await told([row('north', score('9')), row('south', score('5'))])).few).toBe(false);
  });

  it('do not count where nothing but how many there are is shown', async () => {
    const rows = [row('north', spans('2'))];
    expect((await told(rows)).few).toBe(true);
    expect((await told(rows, { spread: { percentiles: [50], edges: [] } })).few).toBe(true);
    expect((await told(rows, { spread: { percentiles: [], edges: [1] } })).few).toBe(false);
  });

  it('are of each currency by itself, in the rows that are shown', async () => {
    const rows = [row('north', amount('CNY'), amount('USD'))];
    const { few, asked } = await told(rows, { paid: [paidTo('north', '1', 5), paidTo('north', '2', 1)] });
    expect(few).toBe(true);
    expect(asked).toEqual([{ metrics: ['SETTLED_AMOUNT'], parts: { CURRENCY: ['CNY', 'USD'] }, persons: 'ALONE' }]);
    // What is in none of them, and what is not shown, tells of nobody.
    const paid = [paidTo('north', '1', 5), paidTo('north', '2', 5), paidTo('north', '0', 1), paidTo('south', '1', 1)];
    expect((await told(rows, { paid })).few).toBe(false);
    expect((await told([row('north', score('9'))])).asked).toEqual([]);
  });
});

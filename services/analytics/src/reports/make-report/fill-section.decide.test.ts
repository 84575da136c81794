import { findRegulation } from '@redress/regulations';
import type { MetricsRow, Statistic } from '../model/figures.model';
import { SECTION_TEMPLATES } from '../templates/section-templates.model';
import { fillSection } from './fill-section.decide';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };
const { trend, byCategory, byChannel, settled, closedByCategory, byProduct, overview } = SECTION_TEMPLATES;

const received = (value: number, ...keys: (string | null)[]): MetricsRow => ({
  keys,
  figures: [{ metric: 'COMPLAINTS_RECEIVED', statistic: 'COUNT', unit: 'COUNT', value: String(value) }],
});

describe('a section', () => {
  it('has a row for every month, also for those without complaints', () => {
    const { rows } = fillSection('trend', trend, [received(3, '2026-01'), received(5, '2026-10')], undefined, PERIOD);
    expect(rows).toHaveLength(12);
    expect([rows[0], rows[2], rows[3], rows.at(-1)]).toEqual([
      ['2025-11', '0'],
      ['2026-01', '3'],
      ['2026-02', '0'],
      ['2026-10', '5'],
    ]);
  });

  it('has the most first, and names for what the regulation or this program has words for', () => {
    const rows = [received(1, 'WEB_FORM'), received(9, null), received(4, 'PHONE')];
    const section = fillSection('byChannel', byChannel, rows, undefined, PERIOD);
    expect(section.rows.map(([key]) => key)).toEqual([null, 'PHONE', 'WEB_FORM']);
    expect(section.columns[0]?.names).toMatchObject({ PHONE: { zh: '电话', en: 'Telephone' } });
    const regulation = findRegulation('company-24h-3wd-7wd', 1);
    const [value] = regulation?.classification.find(({ axis }) => axis === 'category')?.values ?? [];
    const named = fillSection('byCategory', byCategory, [received(1, value?.code ?? '')], regulation, PERIOD);
    expect(Object.values(named.columns[0]?.names ?? {})).toEqual([value?.label]);
  });

  it('has a column for each currency and each statistic of a span of time, and draws what it is told to', () => {
    const money = (currency: string, value: string) =>
      ({ metric: 'SETTLED_AMOUNT', statistic: 'SUM', unit: 'MONEY', currency, value }) as const;
    const rows: MetricsRow[] = [
      { keys: ['REFUND'], figures: [money('CNY', '10.00')] },
      { keys: ['EXCHANGE'], figures: [money('JPY', '900')] },
    ];
    const section = fillSection('settled', settled, rows, undefined, PERIOD);
    expect(section.columns.map(({ key }) => key)).toEqual([
      'INSTRUMENT',
      'SETTLED_AMOUNT:SUM:CNY',
      'SETTLED_AMOUNT:SUM:JPY',
    ]);
    expect(section.rows).toEqual([
      ['REFUND', '10.00', null],
      ['EXCHANGE', null, '900'],
    ]);
    expect(section.chart).toEqual({ kind: 'BAR', category: 0, series: [1, 2] });
    const span = (statistic: Statistic, value: string) =>
      ({
        metric: 'TIME_TO_CLOSING',
        statistic,
        unit: statistic === 'COUNT' ? 'COUNT' : 'MILLISECONDS',
        value,
      }) as const;
    const spans = [
      { keys: ['a'], figures: [span('COUNT', '2'), span('MEAN', '5'), span('MEDIAN', '4'), span('P90', '6')] },
    ];
    const timed = fillSection('closedByCategory', closedByCategory, spans, undefined, PERIOD);
    expect(timed.columns.map(({ key }) => key.replace('TIME_TO_CLOSING:', ''))).toEqual([
      'CATEGORY',
      'MEAN',
      'MEDIAN',
      'P90',
    ]);
  });

  it('says when it was cut short, and when there is nothing', () => {
    const many = Array.from({ length: 60 }, (_, index) => received(index, `product ${index}`));
    const section = fillSection('byProduct', byProduct, many, undefined, PERIOD);
    expect(section.rows).toHaveLength(50);
    expect(section.rows[0]).toEqual(['product 59', '59']);
    expect(section.note?.en).toBe('The first 50 of 60.');
    expect(fillSection('byProduct', byProduct, [], undefined, PERIOD)).toMatchObject({ rows: [], chart: null });
  });

  it('without groups has a line for each figure', () => {
    const section = fillSection('overview', overview, [received(3)], undefined, PERIOD);
    expect(section.rows).toEqual([['COMPLAINTS_RECEIVED:COUNT', '3', 'COUNT']]);
  });
});

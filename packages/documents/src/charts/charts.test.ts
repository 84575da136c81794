import { createHash } from 'node:crypto';
import { renderSheet } from '../render-sheet';
import { aSheet } from '../testing/a-sheet';
import { textOfPages } from '../testing/text-of-pdf';
import type { Chart } from './chart.model';
import { scaleOf } from './scale';

const months = ['2026-09', '2026-10', '2026-11'];
const CHARTS: readonly Chart[] = [
  { kind: 'bar', categories: ['产品质量', '服务态度'], series: [{ label: '收到', values: [12, 7] }] },
  {
    kind: 'line',
    categories: months,
    series: [
      { label: '收到的投诉', values: [3, null, 9] },
      { label: '已结案', values: [1, 4, 8] },
    ],
  },
  {
    kind: 'pie',
    slices: [
      { label: '电话', value: 3 },
      { label: '网站', value: 1 },
      { label: '来访', value: 0 },
    ],
  },
  {
    kind: 'heat-map',
    down: ['上海', '北京'],
    across: ['质量', '物流'],
    values: [
      [8, 1],
      [null, 4],
    ],
  },
];

const withChart = (chart: Chart, changes: object = {}) =>
  aSheet({ parts: [{ kind: 'chart', title: '图', chart }], copies: aSheet().copies.slice(0, 1), ...changes });

describe('charts of a sheet', () => {
  it('have their words and numbers as text that can be read', async () => {
    const [bar, line, pie, map] = await Promise.all(
      CHARTS.map(async (chart) => (await textOfPages(await renderSheet(withChart(chart)))).join('\n')),
    );
    for (const words of ['产品质量', '服务态度', '12', '7']) expect(bar).toContain(words);
    for (const words of [...months, '收到的投诉', '已结案']) expect(line).toContain(words);
    for (const words of ['电话 3 (75%)', '网站 1 (25%)', '来访 0 (0%)'])
      expect(pie?.replaceAll(/\s+/g, ' ')).toContain(words);
    for (const words of ['上海', '北京', '质量', '物流', '8']) expect(map).toContain(words);
  });

  it('are drawn as vectors: a bar is as long as its number, a part of a circle a curve', async () => {
    const operators = async (chart: Chart) => (await renderSheet(withChart(chart))).toString('latin1');
    const [bar = CHARTS[0], , pie = CHARTS[2]] = CHARTS;
    if (bar === undefined || pie === undefined) throw new Error('no charts');
    const rectangles = [...(await operators(bar)).matchAll(/([\d.]+) 7 re\s+[\s\S]{0,80}?f\b/g)].map((match) =>
      Number(match[1]),
    );
    const [twelve = 0, seven = 0] = rectangles;
    expect(twelve / seven).toBeCloseTo(12 / 7, 3);
    expect(await operators(pie)).toMatch(/ c\n/);
    expect(await operators(bar)).not.toContain('/Subtype /Image');
  });

  it('are the same to the bit, and another when a number is another', async () => {
    const digest = async (chart: Chart) =>
      createHash('sha256')
        .update(await renderSheet(withChart(chart)))
        .digest('hex');
    for (const chart of CHARTS) expect(await digest(chart)).toBe(await digest(chart));
    const other: Chart = {
      kind: 'bar',
      categories: ['产品质量', '服务态度'],
      series: [{ label: '收到', values: [12, 8] }],
    };
    expect(await digest(other)).not.toBe(await digest(CHARTS[0] ?? other));
  });

  it('go on to the next page when they do not fit any more', async () => {
    const many: Chart = {
      kind: 'bar',
      categories: Array.from({ length: 30 }, (_, index) => `类别 ${index + 1}`),
      series: [{ label: '收到', values: Array.from({ length: 30 }, (_, index) => index) }],
    };
    const parts = [many, many].map((chart) => ({ kind: 'chart' as const, chart }));
    const pages = await textOfPages(await renderSheet(withChart(many, { parts })));
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('类别 30');
  });

  it('show nothing where there is nothing', async () => {
    const empty: readonly Chart[] = [
      { kind: 'bar', categories: [], series: [] },
      { kind: 'line', categories: [], series: [{ label: 'a', values: [] }] },
      { kind: 'pie', slices: [] },
      { kind: 'heat-map', down: [], across: [], values: [] },
    ];
    for (const chart of empty) expect(await textOfPages(await renderSheet(withChart(chart)))).toHaveLength(1);
  });
});

describe('the scale of an axis', () => {
  it.each([
    [
      [0, 12],
      [0, 2.5, 5, 7.5, 10, 12.5],
    ],
    [[3], [0, 1, 2, 3]],
    [[0], [0, 1]],
    [[], [0, 1]],
    [
      [-5, 5],
      [-6, -4, -2, 0, 2, 4, 6],
    ],
    [[0.3], [0, 0.1, 0.2, 0.3]],
    [[1_234_567], [0, 250_000, 500_000, 750_000, 1_000_000, 1_250_000]],
  ])('of %j goes in round steps', (values, ticks) => {
    expect(scaleOf(values).ticks).toEqual(ticks);
  });
});

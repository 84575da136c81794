import { createHash } from 'node:crypto';
import { canonicalJson } from '@redress/kernel';
import { fillSection, sectionWithout } from '../make-report/fill-section.decide';
import { contentOf } from '../make-report/report-content.decide';
import type { MetricsRow } from '../model/figures.model';
import type { FrozenReport } from '../model/report-file.model';
import type { Report } from '../model/report.model';
import { SECTION_TEMPLATES } from '../templates/section-templates.model';

/** A monthly report of a regulation, made and waiting for a signature. */
export function aReport(changes: Partial<Report> = {}): Report {
  const manager = {
    party: 'general-manager',
    label: { zh: '总经理', en: 'General manager' },
    role: 'manager' as const,
  };
  return {
    id: '0198a000-0000-7000-8000-000000000001',
    version: 2,
    definition: {
      ...{ code: 'monthly-statistics', label: { zh: '投诉统计表', en: 'Complaint statistics table' }, period: 'MONTH' },
      ...{ dueDay: 10, madeBy: [], readers: [manager], signers: [manager], contents: [] },
      regulation: { id: 'retail-franchise-7day', version: 1, title: { zh: '客户投诉管理制度', en: 'Complaint rules' } },
    },
    period: { from: '2026-10-01', to: '2026-11-01' },
    timeZone: 'Asia/Shanghai',
    ...{ edition: 1, corrects: null, correctedBy: null, correctionReason: null, state: 'AWAITING_SIGNATURE' },
    ...{ personal: false, dueOn: '2026-11-10', overdueAt: new Date('2026-11-10T16:00:00Z'), requestedBy: null },
    expectedAt: new Date('2026-10-31T16:00:00Z'),
    makeAt: new Date('2026-10-31T16:15:00Z'),
    madeAt: new Date('2026-10-31T16:15:03Z'),
    asOf: { position: 4711n, time: new Date('2026-10-31T16:15:02Z'), complete: true, metricVersion: 2 },
    ...{ sha256: null, signedBy: null, signedAt: null },
    ...changes,
  };
}

const received = (value: string, key: string | null, other?: string): MetricsRow => ({
  keys: other === undefined ? [key] : [key, other],
  figures: [{ metric: 'COMPLAINTS_RECEIVED', statistic: 'COUNT', unit: 'COUNT', value }],
});

/** What such a report says: figures, bars, a line, a circle, a heat map, money in two currencies and a word. */
export function aFrozenReport(changes: Partial<Report> = {}): FrozenReport {
  const report = aReport(changes);
  const fill = (code: keyof typeof SECTION_TEMPLATES, rows: readonly MetricsRow[]) => {
    const template = SECTION_TEMPLATES[code];
    if ('notKept' in template) return sectionWithout(code, template.title, template.notKept);
    if ('improvementPoints' in template) throw new Error(`${code} is not made of figures`);
    return fillSection(code, template, rows, undefined, report.period);
  };
  const money = (currency: string, value: string) =>
    ({ metric: 'SETTLED_AMOUNT', statistic: 'SUM', unit: 'MONEY', value, currency }) as const;
  const span = (statistic: 'COUNT' | 'MEAN' | 'MEDIAN' | 'P90', value: string) =>
    ({ metric: 'TIME_TO_CLOSING', statistic, unit: statistic === 'COUNT' ? 'COUNT' : 'MILLISECONDS', value }) as const;
  const sections = [
    fill('overview', [received('15', null)]),
    fill('durations', [
      {
        keys: [],
        figures: [span('COUNT', '3'), span('MEAN', '5400000'), span('MEDIAN', '3600000'), span('P90', '9000000')],
      },
    ]),
    fill('byCategory', [received('3', '服务 & "态度"'), received('12', '=产品质量')]),
    fill('trend', [received('4', '2026-09'), received('15', '2026-10')]),
    fill('byChannel', [received('10', 'PHONE'), received('5', 'WEB_FORM')]),
    fill('regionByCategory', [
      received('8', '上海', 'quality'),
      received('1', '上海', 'logistics'),
      received('6', '北京', 'quality'),
    ]),
    fill('settled', [{ keys: ['REFUND'], figures: [money('CNY', '1234.50'), money('JPY', '900')] }]),
    fill('stock', []),
  ];
  const content = contentOf(
    report,
    report.asOf ?? { position: 0n, time: new Date(0), complete: true, metricVersion: 0 },
    sections,
  );
  const bytes = Buffer.from(canonicalJson(content));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { report: { ...report, sha256 }, bytes, content: JSON.parse(bytes.toString()) as typeof content };
}

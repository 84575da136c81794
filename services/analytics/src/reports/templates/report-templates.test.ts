import { listRegulations } from '@redress/regulations';
import { DIMENSION_NAMES } from '../../metrics/model/dimension.model';
import { metric } from '../../metrics/model/metric-registry.model';
import { checkMetricsQuery, MAXIMUM_GROUPS } from '../../metrics/model/metrics-query.model';
import { sectionQuery } from '../make-report/section-query.decide';
import { reportsOf } from '../model/report-definition.model';
import { DIMENSION_WORDS } from './dimension-words.model';
import { CONTENT_SECTIONS, PERSONAL_SECTIONS, sectionsFor, STANDARD_SECTIONS } from './report-templates.model';
import { SECTION_TEMPLATES } from './section-templates.model';
import type { SectionTemplate } from './section-template.model';
import { isPersonal, sectionsOf, standardReports } from './standard-reports.model';

const PERIOD = { from: '2026-10-01', to: '2026-11-01' };
const regulations = listRegulations();
const reports = regulations.flatMap(reportsOf);

describe('the templates of reports', () => {
  it('have sections for every word by which a regulation that ships says what a report contains', () => {
    const missing = reports.flatMap((report) => sectionsOf(report).unknown.map((word) => `${report.code}: ${word}`));
    expect(missing).toEqual([]);
    expect(regulations.length).toBeGreaterThanOrEqual(44);
    expect(reports.length).toBeGreaterThanOrEqual(30);
  });

  it('know no word that no regulation uses', () => {
    const used = new Set(reports.flatMap(({ contents }) => contents));
    expect(Object.keys(CONTENT_SECTIONS).filter((word) => !used.has(word))).toEqual([]);
  });

  it('show the standard table where a regulation leaves open what is in a report', () => {
    const open = reports.filter(({ contents }) => contents.length === 0);
    expect(open.map(({ code }) => code)).toEqual(['monthly-statistics']);
    expect(open.map((report) => sectionsOf(report).sections)).toEqual([STANDARD_SECTIONS]);
  });

  it('say of a word that nobody knows that nothing is kept for it', () => {
    expect(sectionsFor(['category', 'phase-of-the-moon'])).toEqual({
      sections: ['byCategory'],
      unknown: ['phase-of-the-moon'],
    });
  });

  it.each(Object.entries<SectionTemplate>(SECTION_TEMPLATES))('ask in %s only what can be answered', (_, template) => {
    if ('notKept' in template) {
      expect(template.notKept.zh).toMatch(/\p{Script=Han}/u);
      return;
    }
    if ('improvementPoints' in template) {
      expect(template.title.zh).toMatch(/\p{Script=Han}/u);
      return;
    }
    const query = sectionQuery(template, PERIOD, 'Asia/Shanghai');
    expect(checkMetricsQuery(query)).toEqual({ ok: true, value: query });
    // The largest are looked for among more groups than a screen may have.
    expect(query.groupsAtMost).toBeGreaterThan(MAXIMUM_GROUPS);
    for (const name of template.metrics) expect(metric(name).name).toBe(name);
    if (template.chart === undefined) return;
    expect(template.metrics).toContain(template.chart.metric);
    expect(template.groupBy.length).toBe(template.chart.kind === 'HEAT_MAP' ? 2 : 1);
  });

  it('use every section and have a word for every dimension', () => {
    const used = new Set([
      ...Object.values(CONTENT_SECTIONS).flat(),
      ...STANDARD_SECTIONS,
      ...standardReports().flatMap((report) => sectionsOf(report).sections),
    ]);
    expect(Object.keys(SECTION_TEMPLATES).filter((code) => !used.has(code as never))).toEqual([]);
    expect(Object.keys(DIMENSION_WORDS).sort()).toEqual([...DIMENSION_NAMES].sort());
  });

  it('know which reports single out people: all that group by them, and no others', () => {
    const byPerson = Object.entries<SectionTemplate>(SECTION_TEMPLATES).flatMap(([code, template]) =>
      'groupBy' in template && template.groupBy.includes('STAFF') ? [code] : [],
    );
    expect(PERSONAL_SECTIONS).toEqual(byPerson);
    const personal = [...reports, ...standardReports()].filter(isPersonal).map(({ code }) => code);
    expect(personal.sort()).toEqual(['annual-appraisal', 'performance-appraisal', 'standard-staff-appraisal']);
  });
});

describe('who signs a report', () => {
  it('is whom the regulation names, with the role that the regulation gives them', () => {
    const signed = reports.filter(({ signers }) => signers.length > 0);
    expect(signed.map(({ code, signers }) => [code, signers.map(({ role }) => role)])).toEqual([
      ['monthly-statistics', ['manager']],
    ]);
  });
});

import type { Database } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { AskMetrics, MetricsAnswer } from '../../metrics/answer-metrics.handler';
import type { ReportImprovements } from '../model/improvements.client';
import type { ReportAdoption } from '../model/report-adoption.model';
import type { ReportAdoptions } from '../model/report-adoption.repository';
import type { ContentSection, ReportContent } from '../model/report-content.model';
import type { ReportDefinition } from '../model/report-definition.model';
import type { Report } from '../model/report.model';
import { SECTION_TEMPLATES, type SectionCode } from '../templates/section-templates.model';
import type { SectionTemplate } from '../templates/section-template.model';
import { sectionsOf } from '../templates/standard-reports.model';
import { fillImprovements } from './fill-improvements.decide';
import { fillSection, refusedSection, sectionWithout } from './fill-section.decide';
import { sectionQuery } from './section-query.decide';

export interface FillingDependencies {
  readonly database: Database;
  readonly adoptions: ReportAdoptions;
  readonly improvements: ReportImprovements;
  readonly askMetrics: AskMetrics;
}

/** Whether a report has a section on improvement points. */
export function tellsOfImprovements(definition: ReportDefinition): boolean {
  return sectionsOf(definition).sections.some((code) => 'improvementPoints' in templateOf(code));
}

/** Every section of a report: figures of one position, and what is known of improvement points at this moment. */
export async function fillSections(
  tenantId: string,
  report: Report,
  asOf: MetricsAnswer['asOf'],
  { database, adoptions, improvements, askMetrics }: FillingDependencies,
): Promise<ReportContent['sections']> {
  const { definition, period, timeZone } = report;
  const reader = database.reader(tenantId);
  const regulation = regulationOf(report, await adoptions.all(reader));
  const { sections, unknown } = sectionsOf(definition);
  const points = tellsOfImprovements(definition) ? await improvements.ofPeriod(reader, period, timeZone) : [];
  const at = { position: asOf.position, time: asOf.time };
  const filled: ContentSection[] = [];
  for (const code of sections) {
    const template = templateOf(code);
    if ('notKept' in template) filled.push(sectionWithout(code, template.title, template.notKept));
    else if ('improvementPoints' in template) {
      filled.push(fillImprovements(code, template, { points, period, timeZone, regulation }));
    } else {
      const answer = await askMetrics(tenantId, sectionQuery(template, period, timeZone), at);
      filled.push(
        answer.ok
          ? fillSection(code, template, answer.value.rows, regulation, period)
          : refusedSection(code, template, answer.refusals[0]?.code ?? ''),
      );
    }
  }
  return [...filled, ...unknown.map((word) => sectionWithout(word, { zh: word, en: word }, UNKNOWN))];
}

const UNKNOWN = {
  zh: '制度所列的此项内容没有对应的指标，请另行填写。',
  en: 'No figure is kept for this content of the regulation; add it by hand.',
};

function templateOf(code: SectionCode): SectionTemplate {
  return SECTION_TEMPLATES[code];
}

function regulationOf(
  { definition: { regulation } }: Report,
  all: readonly Pick<ReportAdoption, 'regulation'>[],
): Regulation | undefined {
  const adopted = all.map((adoption) => adoption.regulation);
  return adopted.find(({ id, version }) => id === regulation?.id && version === regulation.version) ?? adopted.at(-1);
}

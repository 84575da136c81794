import { createHash } from 'node:crypto';
import { canonicalJson, type Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { AskMetrics, MetricsAnswer } from '../../metrics/answer-metrics.handler';
import type { ReportAdoptions } from '../model/report-adoption.repository';
import type { ContentSection, ReportContent } from '../model/report-content.model';
import { reportStates } from '../model/report.transitions';
import type { Report } from '../model/report.model';
import type { LeasedReport, ReportRepository } from '../model/report.repository';
import { SECTION_TEMPLATES, type SectionCode } from '../templates/section-templates.model';
import type { SectionTemplate } from '../templates/section-template.model';
import { sectionsOf } from '../templates/standard-reports.model';
import { contentOf } from './report-content.decide';
import { fillSection, refusedSection, sectionWithout } from './fill-section.decide';
import { sectionQuery } from './section-query.decide';

export interface MakingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly reports: ReportRepository;
  readonly adoptions: ReportAdoptions;
  readonly askMetrics: AskMetrics;
}

/** How an attempt to make a report ended. */
export type MakingEnd = 'made' | 'put-off' | 'lost';

/** While an event is known to be missing, a report waits this long between looks, and no longer than until the day before it is late. */
const WAIT_MS = 10 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Makes a report and freezes it: every figure is that of one position of the change feed. Whoever lost the lease changes
 * nothing.
 */
export async function makeReport(leased: LeasedReport, dependencies: MakingDependencies): Promise<MakingEnd> {
  const { database, clock, reports, askMetrics } = dependencies;
  const [report] = await reports.find(database.reader(leased.tenantId), [leased.reportId]);
  if (report === undefined) return 'lost';
  const { period, timeZone, definition } = report;
  const first = await askMetrics(
    leased.tenantId,
    sectionQuery({ metrics: ['COMPLAINTS_RECEIVED'], groupBy: [] }, period, timeZone),
  );
  if (!first.ok) throw new Error(`a report could not be begun: ${first.refusals[0]?.code ?? ''}`);
  const { asOf } = first.value;
  const now = clock.now();
  if (!asOf.complete && mayWait(report, now)) {
    await reports.putOff(leased, new Date(now.getTime() + WAIT_MS));
    return 'put-off';
  }
  const sections = await fillSections(leased.tenantId, report, asOf, dependencies);
  const content = Buffer.from(canonicalJson(contentOf(report, asOf, sections)));
  const action = definition.signers.length > 0 ? 'makeForSignature' : 'make';
  const state = reportStates.next(report.state, action);
  if (state === undefined) return 'lost';
  const sha256 = createHash('sha256').update(content).digest('hex');
  return (await reports.freeze(leased, { state, madeAt: now, asOf, sha256, content })) ? 'made' : 'lost';
}

function mayWait({ overdueAt }: Report, now: Date): boolean {
  return overdueAt !== null && now.getTime() < overdueAt.getTime() - DAY_MS;
}

async function fillSections(
  tenantId: string,
  report: Report,
  asOf: MetricsAnswer['asOf'],
  { database, adoptions, askMetrics }: MakingDependencies,
): Promise<ReportContent['sections']> {
  const { definition, period, timeZone } = report;
  const regulation = await regulationOf(report, adoptions.all(database.reader(tenantId)));
  const { sections, unknown } = sectionsOf(definition);
  const filled: ContentSection[] = [];
  for (const code of sections) {
    const template = templateOf(code);
    if ('notKept' in template) {
      filled.push(sectionWithout(code, template.title, template.notKept));
      continue;
    }
    const at = { position: asOf.position, time: asOf.time };
    const answer = await askMetrics(tenantId, sectionQuery(template, period, timeZone), at);
    filled.push(
      answer.ok
        ? fillSection(code, template, answer.value.rows, regulation, period)
        : refusedSection(code, template, answer.refusals[0]?.code ?? ''),
    );
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

async function regulationOf(
  { definition: { regulation } }: Report,
  all: ReturnType<ReportAdoptions['all']>,
): Promise<Regulation | undefined> {
  const adopted = (await all).map((adoption) => adoption.regulation);
  return adopted.find(({ id, version }) => id === regulation?.id && version === regulation.version) ?? adopted.at(-1);
}

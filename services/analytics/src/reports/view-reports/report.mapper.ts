import { DateTime } from 'luxon';
import { toGlobalId } from '@redress/graphql-runtime';
import type { ContentChart, ContentSection, ReportContent } from '../model/report-content.model';
import type { ReportDefinition } from '../model/report-definition.model';
import type { Report } from '../model/report.model';
import { isOut } from '../model/report.transitions';
import type { Report as ReportView, ReportDefinition as DefinitionView, ReportSection } from './report.gql';
import type { ReportChart } from './report-parts.gql';

/** A report as the graph shows it at a moment. */
export function toReportView(report: Report, now: Date): ReportView {
  const { period, corrects: _, correctedBy, personal: __, overdueAt, expectedAt: ___, makeAt: ____, ...plain } = report;
  return {
    ...plain,
    id: toGlobalId('Report', report.id),
    definition: toDefinitionView(report.definition),
    from: period.from,
    until: DateTime.fromISO(period.to, { zone: 'UTC' }).minus({ days: 1 }).toFormat('yyyy-MM-dd'),
    corrected: correctedBy !== null,
    overdue: isOverdue(report, overdueAt, now),
  };
}

function isOverdue({ state, correctedBy }: Report, overdueAt: Date | null, now: Date): boolean {
  return overdueAt !== null && overdueAt.getTime() <= now.getTime() && correctedBy === null && !isOut(state);
}

/** What a regulation says of a report, as the graph shows it. */
export function toDefinitionView({ code, regulation, ...definition }: ReportDefinition): DefinitionView {
  const { madeBy, readers, signers, contents, ...plain } = definition;
  return {
    ...plain,
    report: code,
    ...{ madeBy: [...madeBy], readers: [...readers], signers: [...signers], contents: [...contents] },
    ...{ regulation: regulation?.id ?? null, regulationVersion: regulation?.version ?? null },
  };
}

/** The sections of a frozen report. */
export function toSections(content: Buffer): ReportSection[] {
  const { sections } = JSON.parse(content.toString()) as ReportContent;
  return sections.map((section) => ({
    ...section,
    columns: section.columns.map(({ names, ...column }) => ({
      ...column,
      names: Object.entries(names).map(([value, label]) => ({ value, label })),
    })),
    rows: section.rows.map((row) => [...row]),
    chart: toChart(section),
  }));
}

function toChart({ chart }: ContentSection): ReportChart | null {
  return chart === null ? null : chartView(chart);
}

function chartView(chart: ContentChart): ReportChart {
  if (chart.kind !== 'HEAT_MAP') return { ...chart, series: [...chart.series], across: null };
  const { kind, down, across, value } = chart;
  return { kind, category: down, across, series: [value] };
}

import type { Locale } from '@redress/graphql-runtime';
import { definitionOf, type FactType } from '../../case-facts.model';
import type { TimelineDetails } from '../model/fact.model';
import type { TimelineEntry } from './timeline.gql';
import type { TimelineRow } from './timeline-rows.query';

/** The entries as staff see them. */
export function toTimeline(rows: readonly TimelineRow[], locale: Locale): TimelineEntry[] {
  return rows.map((row) => ({
    sequence: row.sequence,
    type: row.type,
    at: row.at,
    by: row.by_subject,
    stage: row.stage,
    article: locale === 'zh-CN' ? row.article_zh : row.article_en,
    details: Object.entries(JSON.parse(row.details) as TimelineDetails).map(([name, value]) => ({
      name,
      value: String(value),
    })),
  }));
}

/** The entries as the complainant sees them: public ones, by nobody's name but their own. */
export function toPublicTimeline(rows: readonly TimelineRow[], locale: Locale, subject: string): TimelineEntry[] {
  return toTimeline(
    rows.filter(({ type }) => isPublic(type)),
    locale,
  ).map((entry) => ({ ...entry, by: entry.by === subject ? subject : null }));
}

/** Whether a complainant may know that it happened. */
export function isPublic(type: FactType): boolean {
  return definitionOf(type).visibleToComplainant === true;
}

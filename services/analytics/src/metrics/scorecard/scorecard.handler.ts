import { accept, refuse, type Outcome } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { ReportAdoption } from '../../reports/model/report-adoption.model';
import type { ReportAdoptions } from '../../reports/model/report-adoption.repository';
import type { AskedAt, Asker, AskFigures, FiguresAnswer } from '../questions/ask-figures.handler';
import { simply, type FiguresRefusal, type FiguresRow } from '../questions/figures-query.model';
import { quotient } from '../model/figures.model';
import type { MetricName } from '../model/metric-registry.model';
import type { MetricFigure } from '../model/metrics-answer.model';
import type { OutsideFigure, OutsideFigures } from './outside-figure.repository';
import { inForceAtEndOf, windowOf, type Period } from './period.rules';
import { TARGET_SOURCES } from './target-metrics.model';
import { fractionOf, reducedBy, verdictOf, type Fraction, type Verdict } from './verdict.decide';

export type ScorecardRefusal = FiguresRefusal | 'ANALYTICS_NO_REGULATION' | 'INPUT_INVALID';
type Provision = Regulation['metrics'][number];

/** One figure that a regulation names, with its target and how it stands. */
export interface ScorecardRow {
  readonly provision: Provision;
  readonly metric: MetricName | undefined;
  readonly figure: MetricFigure | undefined;
  readonly outside: OutsideFigure | undefined;
  /** Percent, hours or a number, as the target has it. */
  readonly value: string | undefined;
  /** Whether the figure is only near what the text means. */
  readonly approximate: boolean;
  readonly verdict: Verdict;
}

export interface Scorecard extends Pick<FiguresAnswer, 'asOf' | 'engine'> {
  readonly regulation: { readonly id: string; readonly version: number };
  readonly timeZone: string;
  readonly rows: readonly ScorecardRow[];
}

export interface ScorecardParts {
  readonly database: Database;
  readonly adoptions: Pick<ReportAdoptions, 'all'>;
  readonly figures: OutsideFigures;
  readonly ask: AskFigures;
  /** How many improvement points were found in each month of a period at least. */
  readonly improvementPoints: (tenantId: string, period: Period) => Promise<number>;
}

const HOUR_MS = 3_600_000n;
const percent = ({ numerator, denominator }: Fraction): string => quotient(numerator, denominator, 100n);

/** The period as instants, and the regulation in force at its end; refused where there is none. */
export async function periodOf(
  { database, adoptions }: Pick<ScorecardParts, 'database' | 'adoptions'>,
  tenantId: string,
  period: Period,
): Promise<
  Outcome<{ readonly adoption: ReportAdoption; readonly window: { from: Date; to: Date } }, ScorecardRefusal>
> {
  if (period.from > period.until) return refuse({ code: 'INPUT_INVALID', path: ['until'] });
  const adoption = inForceAtEndOf(period.until, await adoptions.all(database.reader(tenantId)));
  if (adoption === undefined) return refuse({ code: 'ANALYTICS_NO_REGULATION', path: ['until'] });
  return accept({ adoption, window: windowOf(period, adoption.settings.timeZone) });
}

/** Holds what happened in a period against every target of the regulation in force at its end. */
export async function scorecard(
  parts: ScorecardParts,
  asker: Asker,
  period: Period,
  at: AskedAt,
): Promise<Outcome<Scorecard, ScorecardRefusal>> {
  const found = await periodOf(parts, asker.tenantId, period);
  if (!found.ok) return found;
  const { adoption, window } = found.value;
  const { regulation, settings } = adoption;
  const metrics = [...new Set(regulation.metrics.flatMap(({ metric }) => metricsOf(metric)))];
  const query = {
    metrics: metrics.length === 0 ? (['COMPLAINTS_RECEIVED'] as const) : metrics,
    groupBy: [],
    where: {},
  };
  const answer = await parts.ask(asker, simply({ ...query, window, timeZone: settings.timeZone }), at);
  if (!answer.ok) return answer;
  const reader = parts.database.reader(asker.tenantId);
  const outside = await parts.figures.until(reader, period.until);
  const points = await parts.improvementPoints(asker.tenantId, period);
  const [figures] = answer.value.rows;
  const rows = regulation.metrics.map((provision) => rowOf(provision, { figures, outside, points, period }));
  const { id, version } = regulation;
  const { asOf, engine } = answer.value;
  return accept({ regulation: { id, version }, timeZone: settings.timeZone, rows, asOf, engine });
}

function metricsOf(name: string): readonly MetricName[] {
  const source = TARGET_SOURCES[name];
  if (source?.kind === 'METRIC') return [source.metric];
  return source?.kind === 'OUTSIDE' && source.near !== undefined ? [source.near] : [];
}

interface Known {
  readonly figures: FiguresRow | undefined;
  readonly outside: readonly OutsideFigure[];
  readonly points: number;
  readonly period: Period;
}

function rowOf(provision: Provision, known: Known): ScorecardRow {
  const source = TARGET_SOURCES[provision.metric];
  const nothing = { provision, metric: undefined, figure: undefined, outside: undefined, value: undefined };
  if (source === undefined) return { ...nothing, approximate: false, verdict: 'NOT_KEPT' };
  if (source.kind === 'IMPROVEMENT_POINTS') {
    const fraction = { numerator: BigInt(known.points), denominator: 1n };
    const verdict = verdictOf(provision.target, fraction);
    return { ...nothing, value: String(known.points), approximate: false, verdict };
  }
  if (source.kind === 'OUTSIDE') {
    const row = outsideRow(provision, known);
    if (row !== undefined || source.near === undefined) {
      return row ?? { ...nothing, approximate: false, verdict: 'NO_DATA' };
    }
    return metricRow(provision, source.near, known, true);
  }
  const row = metricRow(provision, source.metric, known, false);
  return source.by === undefined ? row : { ...row, verdict: 'BREAKDOWN' };
}

function metricRow(provision: Provision, metric: MetricName, { figures }: Known, approximate: boolean): ScorecardRow {
  const ofMetric = (figures?.figures ?? []).filter((each) => each.metric === metric);
  const figure = ofMetric.find(({ statistic }) => statistic !== 'COUNT') ?? ofMetric[0];
  const row = { provision, metric, figure, outside: undefined, approximate };
  if (figure === undefined) return { ...row, value: undefined, verdict: verdictOf(provision.target, undefined) };
  const { unit, value } = figure;
  const shown = unit === 'MILLISECONDS' ? quotient(BigInt(value), HOUR_MS) : value;
  return { ...row, value: shown, verdict: verdictOf(provision.target, fractionOf(figure, ofMetric)) };
}

function outsideRow(provision: Provision, { outside, period }: Known): ScorecardRow | undefined {
  const own = outside.filter(({ figure }) => figure === provision.metric);
  const recorded = own.find(({ from, until }) => from === period.from && until === period.until);
  if (recorded === undefined) return undefined;
  const before = own.find(({ until }) => until < period.from);
  const value = provision.target?.comparator === 'REDUCED_BY' ? reducedBy(recorded, before) : percent(recorded);
  const verdict = verdictOf(provision.target, recorded, before);
  return { provision, metric: undefined, figure: undefined, outside: recorded, value, approximate: false, verdict };
}

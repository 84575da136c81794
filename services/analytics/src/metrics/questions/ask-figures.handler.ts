import { accept, refuse, type Outcome } from '@redress/kernel';
import type { AskMetrics, AsOf, MetricsAnswer } from '../answer-metrics.handler';
import { MAXIMUM_GROUPS, tooManyGroups, type MetricsQuery } from '../model/metrics-query.model';
import type { MetricsRow } from '../model/metrics-answer.model';
import { METRIC_VERSION } from '../model/metric-registry.model';
import { figuresRefusal } from './check-figures.rules';
import { largest, satisfiesHaving } from './choose-rows.decide';
import { comparedFigures, compareRows, type Earlier } from './compare.decide';
import { earlierWindow } from './earlier-window.model';
import { aboutStaff, mayTellOfOne, tooFew } from './few-persons.rules';
import { plainQuery, type FiguresQuery, type FiguresRefusal, type FiguresRow } from './figures-query.model';
import { fillGaps, inOrder } from './fill-gaps.decide';
import { isAdditive, splitByFirst, summedRest } from './rest.decide';

/** What an answer is to take into account, when not the present. */
export interface AskedAt extends Partial<AsOf> {
  readonly metricVersion?: number;
  /** What an earlier answer told of its moment; nothing but the answer's own word depends on it. */
  readonly complete?: boolean;
}

/** Who asks: those who may see figures of single persons are refused less. */
export interface Asker {
  readonly tenantId: string;
  readonly seesPersons: boolean;
  /** Not of the organisation: whatever they are shown has to rest on enough persons, attributes or not. */
  readonly isOutsider?: boolean;
}

export interface FiguresAnswer {
  readonly rows: readonly FiguresRow[];
  readonly totals: FiguresRow | undefined;
  readonly comparedWindow: MetricsQuery['window'] | undefined;
  readonly asOf: MetricsAnswer['asOf'];
  readonly engine: MetricsAnswer['engine'];
}

export type AskFigures = (
  asker: Asker,
  query: FiguresQuery,
  at?: AskedAt,
) => Promise<Outcome<FiguresAnswer, FiguresRefusal>>;

/** Puts what a screen asks to the metric service as plain questions, all at the position of the first. */
export function askFigures(ask: AskMetrics): AskFigures {
  return async ({ tenantId, seesPersons, isOutsider = false }, query, at) => {
    const refusal = questionRefusal(query, at, seesPersons);
    if (refusal !== undefined) return refusal;
    const guarded = isOutsider || (!seesPersons && mayTellOfOne(query));
    const plain: MetricsQuery = { ...plainQuery(query), persons: guarded };
    const first = await ask(tenantId, plain, at);
    if (!first.ok) return first;
    const { engine } = first.value;
    const asOf = { ...first.value.asOf, complete: at?.complete ?? first.value.asOf.complete };
    const again: Again = (change) => ask(tenantId, { ...plain, ...change }, asOf);
    const rows = await new FiguresQuestion(query, guarded, again).answer(first.value.rows);
    return rows.ok ? accept({ ...rows.value, asOf, engine }) : rows;
  };
}

type Again = (change: Partial<MetricsQuery>) => ReturnType<AskMetrics>;
type Answered<Value> = Promise<Outcome<Value, FiguresRefusal>>;
type Key = string | null;

interface Shown {
  readonly rows: readonly FiguresRow[];
  /** Groups that there are and that are not shown. */
  readonly hidden: readonly MetricsRow[];
}

/** Why a question is refused whatever the figures are, beyond what every question for figures is refused for. */
export function questionRefusal(query: FiguresQuery, at: AskedAt | undefined, seesPersons: boolean) {
  return versionRefusal(at) ?? figuresRefusal(query) ?? (seesPersons ? undefined : aboutStaff(query));
}

function versionRefusal(at: AskedAt | undefined) {
  if (at?.metricVersion === undefined || at.metricVersion === METRIC_VERSION) return undefined;
  const [asked, version] = [at.metricVersion, METRIC_VERSION];
  return refuse({
    code: 'ANALYTICS_METRIC_VERSION_GONE' as const,
    path: ['query', 'asOf', 'metricVersion'],
    facts: { asked, version },
    details: { currentVersion: version },
  });
}

/** One question with what has to be asked beside its groups. */
class FiguresQuestion {
  constructor(
    private readonly query: FiguresQuery,
    private readonly guarded: boolean,
    private readonly again: Again,
  ) {}

  async answer(groups: readonly MetricsRow[]): Answered<Pick<FiguresAnswer, 'rows' | 'totals' | 'comparedWindow'>> {
    const { compareTo, window, timeZone, totals, top } = this.query;
    const largestKeys = await this.largestKeys(groups);
    if (!largestKeys.ok) return largestKeys;
    const shown = await this.shown(groups, window, largestKeys.value);
    if (!shown.ok) return shown;
    const earlier = compareTo === undefined ? undefined : earlierWindow(window, compareTo, timeZone);
    const before = earlier === undefined ? undefined : await this.earlier(earlier, largestKeys.value);
    if (before?.ok === false) return before;
    const rows = this.arranged(shown.value.rows, before?.value);
    if (rows === undefined) return tooManyGroups();
    const kept = rows.filter((row) => row.rest || this.query.having.every((having) => satisfiesHaving(row, having)));
    if (this.guarded) {
      const names = new Set(kept);
      const unseen = [...shown.value.hidden, ...rows.filter((row) => !names.has(row))];
      const few = tooFew([...kept, ...(before?.value.rows ?? [])], unseen, totals || top?.rest === true);
      if (few !== undefined) return few;
    }
    const total = totals ? await this.total(earlier?.window) : accept(undefined);
    if (!total.ok) return total;
    return accept({ rows: kept, totals: total.value, comparedWindow: earlier?.window });
  }

  /** The values of the first dimension that are shown by themselves; undefined when all are. */
  private async largestKeys(groups: readonly MetricsRow[]): Answered<ReadonlySet<Key> | undefined> {
    const { top, groupBy } = this.query;
    if (top === undefined) return accept(undefined);
    const ranking =
      groupBy.length === 1
        ? accept({ rows: groups })
        : await this.again({ groupBy: groupBy.slice(0, 1), metrics: [top.metric], persons: false });
    if (!ranking.ok) return ranking;
    const keys = largest(ranking.value.rows, top);
    return keys === undefined
      ? refuse({ code: 'ANALYTICS_CURRENCY_NEEDED', path: ['query', 'top', 'currency'] })
      : accept(new Set(keys));
  }

  /** The groups of a window by themselves, or in the rest. */
  private async shown(
    groups: readonly MetricsRow[],
    window: MetricsQuery['window'],
    keys: ReadonlySet<Key> | undefined,
  ): Answered<Shown> {
    const { top, metrics, groupBy, where } = this.query;
    const single = (rows: readonly MetricsRow[]): FiguresRow[] => rows.map((row) => ({ ...row, rest: false }));
    if (keys === undefined) return accept({ rows: single(groups), hidden: [] });
    const { kept, others } = splitByFirst(groups, keys);
    const [first] = groupBy;
    if (top?.rest !== true || others.length === 0 || first === undefined) {
      return accept({ rows: single(kept), hidden: others });
    }
    if (!this.guarded && metrics.every(isAdditive)) {
      return accept({ rows: [...single(kept), ...summedRest(others, metrics)], hidden: [] });
    }
    const values = [...new Set(others.map((row) => row.keys[0] ?? null))];
    const rest = await this.again({ window, where: { ...where, [first]: values }, groupBy: groupBy.slice(1) });
    if (!rest.ok) return rest;
    const together = rest.value.rows.map((row) => ({ ...row, keys: [null, ...row.keys], rest: true }));
    return accept({ rows: [...single(kept), ...together], hidden: [] });
  }

  private async earlier(
    { window, shift }: Pick<Earlier, 'window' | 'shift'>,
    keys: ReadonlySet<Key> | undefined,
  ): Answered<Earlier> {
    const groups = await this.again({ window });
    if (!groups.ok) return groups;
    const shown = await this.shown(groups.value.rows, window, keys);
    return shown.ok ? accept({ window, shift, rows: shown.value.rows }) : shown;
  }

  /** Rows with gaps filled and with what they are compared with; undefined when they become too many. */
  private arranged(rows: readonly FiguresRow[], earlier: Earlier | undefined): readonly FiguresRow[] | undefined {
    const filled = this.query.fillGaps ? fillGaps(rows, this.query, MAXIMUM_GROUPS) : inOrder(rows);
    if (filled === undefined || earlier === undefined) return filled;
    return compareRows(filled, this.query, earlier, MAXIMUM_GROUPS);
  }

  private async total(earlierWindow: MetricsQuery['window'] | undefined): Answered<FiguresRow> {
    const [now, then] = await Promise.all([
      this.again({ groupBy: [], persons: false }),
      earlierWindow === undefined ? undefined : this.again({ groupBy: [], persons: false, window: earlierWindow }),
    ]);
    if (!now.ok) return now;
    if (then?.ok === false) return then;
    const figures = now.value.rows[0]?.figures ?? [];
    const compared = then === undefined ? undefined : comparedFigures(figures, then.value.rows[0]?.figures);
    return accept({ keys: [], rest: false, figures, ...(compared === undefined ? {} : { compared }) });
  }
}

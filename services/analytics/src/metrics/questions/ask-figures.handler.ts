import { accept, refuse, type Outcome } from '@redress/kernel';
import type { AskMetrics, AsOf, MetricsAnswer } from '../answer-metrics.handler';
import { filteredBy, MAXIMUM_GROUPS, tooManyGroups, type MetricsQuery } from '../model/metrics-query.model';
import type { MetricsRow } from '../model/metrics-answer.model';
import { METRIC_VERSION } from '../model/metric-registry.model';
import { figuresRefusal } from './check-figures.rules';
import { largest, satisfiesHaving } from './choose-rows.decide';
import { comparedFigures, compareRows, type Earlier } from './compare.decide';
import { earlierWindow } from './earlier-window.model';
import { countParts } from './count-parts.handler';
import { aboutStaff, mayTellOfOne, notWholeDays, tooFew, tooFineFilter } from './few-persons.rules';
import { tellsFewValues } from './few-values.handler';
import { plainQuery, type FiguresQuery, type FiguresRefusal, type FiguresRow } from './figures-query.model';
import { fillGaps, inOrder } from './fill-gaps.decide';
import { givesAway, isFew } from './gives-away.rules';
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
    const tooFine = guarded ? tooFineFilter(query) : undefined;
    if (tooFine !== undefined) return tooFine;
    // Behind a filter they are counted together with what it leaves out.
    const plain: MetricsQuery = { ...plainQuery(query), persons: guarded && filteredBy(query.where).length === 0 };
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

/** What is told of a window, and all groups that there are in it. */
interface Told extends Pick<MetricsQuery, 'window'> {
  readonly groups: readonly MetricsRow[];
  readonly rows: readonly FiguresRow[];
}

/** Why a question is refused whatever the figures are, beyond what every question for figures is refused for. */
export function questionRefusal(query: FiguresQuery, at: AskedAt | undefined, seesPersons: boolean) {
  const refusal = versionRefusal(at) ?? figuresRefusal(query);
  if (refusal !== undefined || seesPersons) return refusal;
  return aboutStaff(query) ?? notWholeDays(query, at?.time);
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
    const { compareTo, window, timeZone, totals } = this.query;
    const largestKeys = await this.largestKeys(groups);
    if (!largestKeys.ok) return largestKeys;
    const shown = await this.shown(groups, window, largestKeys.value);
    if (!shown.ok) return shown;
    const earlier = compareTo === undefined ? undefined : earlierWindow(window, compareTo, timeZone);
    const before = earlier === undefined ? undefined : await this.earlier(earlier, largestKeys.value);
    if (before?.ok === false) return before;
    const rows = this.arranged(shown.value, before?.value);
    if (rows === undefined) return tooManyGroups();
    const kept = rows.filter((row) => row.rest || this.query.having.every((having) => satisfiesHaving(row, having)));
    const told: readonly Told[] = [{ window, groups, rows: kept }, ...(before === undefined ? [] : [before.value])];
    for (const each of this.guarded ? told : []) {
      const few = await this.tellsOfFew(each);
      if (!few.ok) return few;
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
  ): Answered<readonly FiguresRow[]> {
    const { top, metrics, groupBy, where } = this.query;
    const single = (rows: readonly MetricsRow[]): FiguresRow[] => rows.map((row) => ({ ...row, rest: false }));
    if (keys === undefined) return accept(single(groups));
    const { kept, others } = splitByFirst(groups, keys);
    const [first] = groupBy;
    if (top?.rest !== true || others.length === 0 || first === undefined) {
      return accept(single(kept));
    }
    if (!this.guarded && metrics.every(isAdditive)) {
      return accept([...single(kept), ...summedRest(others, metrics)]);
    }
    const values = [...new Set(others.map((row) => row.keys[0] ?? null))];
    const ofOthers = { where: { ...where, [first]: values }, groupBy: groupBy.slice(1) };
    const rest = await this.again({ ...ofOthers, window, persons: this.guarded });
    if (!rest.ok) return rest;
    const few = await this.tellsOfFewValues({ ...ofOthers, window }, rest.value.rows);
    if (!few.ok) return few;
    const together = rest.value.rows.map((row) => ({ ...row, keys: [null, ...row.keys], rest: true }));
    return accept([...single(kept), ...together]);
  }

  private async earlier(
    { window, shift }: Pick<Earlier, 'window' | 'shift'>,
    keys: ReadonlySet<Key> | undefined,
  ): Answered<Earlier & Told> {
    const groups = await this.again({ window });
    if (!groups.ok) return groups;
    const shown = await this.shown(groups.value.rows, window, keys);
    return shown.ok ? accept({ window, shift, groups: groups.value.rows, rows: shown.value }) : shown;
  }

  /** Refuses what would tell somebody who may not see single persons of too few, by itself or by what it leaves out. */
  private async tellsOfFew({ window, groups, rows }: Told): Answered<undefined> {
    const { where, groupBy, totals } = this.query;
    if (rows.some(({ rest, persons = 0 }) => rest && isFew(persons))) return tooFew();
    const levels = [{ groupBy, groups, shown: rows.filter(({ rest }) => !rest) }];
    if (totals && filteredBy(where).length > 0)
      levels.push({ groupBy: [], groups: [], shown: [{ keys: [], figures: [], rest: false }] });
    for (const level of levels) {
      const parts = await countParts(this.again, { where, window }, level);
      if (!parts.ok) return parts;
      if (givesAway(parts.value)) return tooFew();
    }
    return this.tellsOfFewValues(
      { window },
      rows.filter(({ rest }) => !rest),
    );
  }

  /** Refuses rows of many of which a value that is shown is that of too few. */
  private async tellsOfFewValues(change: Partial<MetricsQuery>, rows: readonly MetricsRow[]): Answered<undefined> {
    const few = this.guarded ? await tellsFewValues(this.again, this.query, change, rows) : accept(false);
    if (!few.ok) return few;
    return few.value ? tooFew() : accept(undefined);
  }

  /** Rows with gaps filled and with what they are compared with; undefined when they become too many. */
  private arranged(rows: readonly FiguresRow[], earlier: Earlier | undefined): readonly FiguresRow[] | undefined {
    const filled = this.query.fillGaps ? fillGaps(rows, this.query, MAXIMUM_GROUPS) : inOrder(rows);
    if (filled === undefined || earlier === undefined) return filled;
    return compareRows(filled, this.query, earlier, MAXIMUM_GROUPS);
  }

  private async total(earlierWindow: MetricsQuery['window'] | undefined): Answered<FiguresRow> {
    const [now, then] = await Promise.all([
      this.again({ groupBy: [], persons: this.guarded }),
      earlierWindow === undefined
        ? undefined
        : this.again({ groupBy: [], persons: this.guarded, window: earlierWindow }),
    ]);
    if (!now.ok) return now;
    if (then?.ok === false) return then;
    if ([now, then].some((total) => isFew(total?.value.rows[0]?.persons ?? 0))) return tooFew();
    for (const [total, window] of [[now, this.query.window] as const, [then, earlierWindow] as const]) {
      if (total === undefined || window === undefined) continue;
      const few = await this.tellsOfFewValues({ groupBy: [], window }, total.value.rows);
      if (!few.ok) return few;
    }
    const figures = now.value.rows[0]?.figures ?? [];
    const compared = then === undefined ? undefined : comparedFigures(figures, then.value.rows[0]?.figures);
    return accept({ keys: [], rest: false, figures, ...(compared === undefined ? {} : { compared }) });
  }
}

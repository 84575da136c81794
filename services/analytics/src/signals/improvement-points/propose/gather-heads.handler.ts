import { accept, type Outcome } from '@redress/kernel';
import type { AskMetrics, MetricsAnswer } from '../../../metrics/answer-metrics.handler';
import type { MetricName } from '../../../metrics/model/metric-registry.model';
import type { MetricsRow } from '../../../metrics/model/metrics-answer.model';
import { startOf } from '../../model/local-day.model';
import { RECEIVED, VALUES_CHOSEN_AMONG, WATCHED_DIMENSIONS, type WatchedDimension } from '../../model/series.model';
import { daysOf } from '../model/month.model';
import type { Head } from './propose-points.decide';

const COST: MetricName = 'SETTLED_AMOUNT';
const PAYMENTS: MetricName = 'SETTLEMENTS_COMPLETED';
/** The largest of each dimension are enough to choose from. */
const HEADS_AT_MOST = 10;

/** By currency: its part of all payments. One payment in a currency of its own is no large part of the cost. */
type Weights = ReadonlyMap<string, number>;

/** Asks for the largest parts of a month: of its complaints, and of what was paid in each currency. */
export async function gatherHeads(
  ask: AskMetrics,
  { tenantId, month, timeZone }: { readonly tenantId: string; readonly month: string; readonly timeZone: string },
): Promise<Outcome<{ readonly heads: readonly Head[]; readonly asOf: MetricsAnswer['asOf'] }>> {
  const { from, to } = daysOf(month);
  const question = {
    ...{ metrics: [RECEIVED, COST], where: {}, timeZone },
    window: { from: startOf(from, timeZone), to: startOf(to, timeZone) },
  };
  const heads: Head[] = [];
  const whole = await ask(tenantId, { ...question, groupBy: [] });
  if (!whole.ok) return whole;
  const { asOf } = whole.value;
  const payments = await ask(tenantId, { ...question, metrics: [PAYMENTS], groupBy: ['CURRENCY'] }, asOf);
  if (!payments.ok) return payments;
  const weights = weightsOf(payments.value.rows);
  for (const dimension of WATCHED_DIMENSIONS) {
    const parts = await ask(tenantId, { ...question, groupBy: [dimension], groupsAtMost: VALUES_CHOSEN_AMONG }, asOf);
    // What has more values than anybody looks through has no large part that should be told of before the others'.
    if (!parts.ok && parts.refusals.every(({ code }) => code === 'ANALYTICS_TOO_MANY_GROUPS')) continue;
    if (!parts.ok) return parts;
    const found = headsOf(dimension, parts.value.rows, whole.value.rows[0], weights);
    heads.push(...found.sort((left, right) => right.share - left.share).slice(0, HEADS_AT_MOST));
  }
  return accept({ heads, asOf });
}

function weightsOf(rows: readonly MetricsRow[]): Weights {
  const counts = rows.map(({ keys: [currency], figures: [count] }) => [currency ?? '', Number(count?.value)] as const);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return new Map(counts.map(([currency, count]) => [currency, count / Math.max(1, all)]));
}

function headsOf(
  dimension: WatchedDimension,
  rows: readonly MetricsRow[],
  whole: MetricsRow | undefined,
  weights: Weights,
): Head[] {
  return rows.flatMap(({ keys: [value], figures }) =>
    value === null || value === undefined
      ? []
      : figures.flatMap(({ metric, value: amount, currency }) => {
          const all = whole?.figures.find((each) => each.metric === metric && each.currency === currency);
          if (all === undefined || Number(all.value) <= 0 || Number(amount) <= 0) return [];
          const weight = currency === undefined ? 1 : (weights.get(currency) ?? 0);
          return [
            {
              ...{ dimension, value, amount, whole: all.value, share: (Number(amount) / Number(all.value)) * weight },
              source: metric === COST ? ('MOST_COST' as const) : ('MOST_COMPLAINTS' as const),
              ...(currency === undefined ? {} : { currency }),
            },
          ];
        }),
  );
}

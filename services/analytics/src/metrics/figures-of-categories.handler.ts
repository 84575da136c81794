import type { Outcome } from '@redress/kernel';
import { FACTS_OF_COMPLAINT } from './model/dimension.model';
import { METRICS } from './model/metric-registry.model';
import type { MetricFigure } from './model/metrics-answer.model';
import type { MetricsQuery } from './model/metrics-query.model';
import type { AskedAt, Asker, AskFigures, FiguresAnswer } from './questions/ask-figures.handler';
import { simply, type FiguresRefusal } from './questions/figures-query.model';
import { figuresOfNothing } from './questions/nothing.model';

/** What can be told of a category: everything that belongs to complaints. */
const OF_CATEGORIES = METRICS.filter(({ fact }) => FACTS_OF_COMPLAINT.has(fact)).map(({ name }) => name);

type Scope = Pick<MetricsQuery, 'window' | 'timeZone'>;
type Answer = Outcome<FiguresAnswer, FiguresRefusal>;

/**
 * All figures of each category in one row, in the order of the codes, as if each were asked for by itself; by one
 * question for all of them. Where one of them rests on too few complainants, it is told apart from the others.
 */
export async function figuresOfCategories(
  ask: AskFigures,
  asker: Asker,
  codes: readonly string[],
  scope: Scope,
  at: AskedAt,
): Promise<readonly Answer[]> {
  const metrics = OF_CATEGORIES;
  if (codes.length < 2) {
    return Promise.all(
      codes.map((code) => ask(asker, simply({ ...scope, metrics, groupBy: [], where: { CATEGORY: [code] } }), at)),
    );
  }
  const query = simply({ ...scope, metrics, groupBy: ['CATEGORY'], where: { CATEGORY: codes } });
  const together = await ask(asker, query, at);
  if (together.ok) return codes.map((code) => ({ ok: true, value: ofCategory(together.value, code) }));
  if (!together.refusals.some(({ code }) => code === 'ANALYTICS_TOO_FEW')) return codes.map(() => together);
  const half = Math.ceil(codes.length / 2);
  return [
    ...(await figuresOfCategories(ask, asker, codes.slice(0, half), scope, at)),
    ...(await figuresOfCategories(ask, asker, codes.slice(half), scope, at)),
  ];
}

/** A question for one category alone has counts of zero as well, of which a group of several has nothing. */
function ofCategory({ rows, ...answer }: FiguresAnswer, code: string): FiguresAnswer {
  const told = rows.find(({ keys }) => keys[0] === code)?.figures ?? [];
  const figures = OF_CATEGORIES.flatMap((name): readonly MetricFigure[] => {
    const own = told.filter(({ metric }) => metric === name);
    return own.length === 0 ? figuresOfNothing([name]) : own;
  });
  return { ...answer, rows: [{ keys: [], rest: false, figures }] };
}

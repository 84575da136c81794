import type { Clock } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { AskMetrics } from '../../../metrics/answer-metrics.handler';
import { localDayOf, startOf } from '../../model/local-day.model';
import { readDay } from '../../model/read-series.rules';
import { dayAfter, FIGURE_DEFINITIONS, RECEIVED, SOLD } from '../../model/series.model';
import type { WatchSettings } from '../../model/watch-setting.repository';
import { effectOf } from '../model/effect.rules';
import type { ImprovementPoint, Measured } from '../model/improvement-point.model';
import type { ImprovementPoints } from '../model/improvement-points.repository';
import { improvementStates } from '../model/improvement-point.transitions';

export interface MeasureDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ask: AskMetrics;
  readonly settings: WatchSettings;
  readonly points: ImprovementPoints;
}

const AT_ONCE = 50;

/**
 * Measures what is to be measured by now, each with the same metric over two windows of the same length. Throws what went
 * wrong with one only after all others had their turn.
 */
export async function measureEffects(tenantId: string, dependencies: MeasureDependencies): Promise<number> {
  const { database, clock, settings, points } = dependencies;
  const reader = database.reader(tenantId);
  const { timeZone } = await settings.at(reader, clock.now());
  const today = localDayOf(clock.now(), timeZone);
  const failures: unknown[] = [];
  let seen = 0;
  let due = await points.measurable(reader, today, { after: undefined, limit: AT_ONCE });
  for (let last = due.at(-1); last !== undefined; last = due.at(-1)) {
    for (const point of due) {
      await measure(tenantId, point, timeZone, dependencies).catch((error: unknown) => failures.push(error));
    }
    seen += due.length;
    due = await points.measurable(reader, today, { after: last.id, limit: AT_ONCE });
  }
  if (failures.length > 0) throw new AggregateError(failures, 'effects could not be measured');
  return seen;
}

async function measure(
  tenantId: string,
  point: ImprovementPoint,
  timeZone: string,
  dependencies: MeasureDependencies,
): Promise<void> {
  const { database, clock, points } = dependencies;
  const effect = await measured(tenantId, point, timeZone, dependencies);
  await database.transaction(tenantId, async (tx) => {
    const present = await points.lock(tx, point.id);
    const state = present === undefined ? undefined : improvementStates.next(present.state, 'measure');
    if (present === undefined || state === undefined) return;
    const measuredAt = clock.now().toISOString();
    await points.save(tx, { ...present, state, version: present.version + 1, effect: { ...effect, measuredAt } });
  });
}

async function measured(
  tenantId: string,
  point: ImprovementPoint,
  timeZone: string,
  dependencies: MeasureDependencies,
) {
  const { adoptedOn, completedOn, effectDays } = point;
  if (adoptedOn === undefined || completedOn === undefined || effectDays === undefined) {
    throw new Error(`improvement point ${point.id} was never completed`);
  }
  const begins = dayAfter(completedOn, 1);
  const windows = [
    { from: dayAfter(adoptedOn, -effectDays), to: adoptedOn },
    { from: begins, to: dayAfter(begins, effectDays) },
  ] as const;
  const [before, after] = await askBoth(tenantId, point, timeZone, windows, dependencies);
  const sold = before.exposure > 0 && after.exposure > 0;
  const byDays = FIGURE_DEFINITIONS[point.figure].reading === 'COUNT' && !sold;
  const held = (one: Measured): Measured => ({ ...one, exposure: byDays ? effectDays : one.exposure });
  return effectOf(point.figure, held(before), held(after));
}

type Window = Pick<Measured, 'from' | 'to'>;

/** Both windows as of the same moment. */
async function askBoth(
  tenantId: string,
  { figure, dimension, value }: ImprovementPoint,
  timeZone: string,
  [first, second]: readonly [Window, Window],
  { ask }: MeasureDependencies,
): Promise<readonly [Measured, Measured]> {
  const metrics = [
    ...new Set([RECEIVED, FIGURE_DEFINITIONS[figure].metric, ...(dimension === 'PRODUCT' ? [SOLD] : [])]),
  ];
  const look = async (window: Window, at?: { readonly position: bigint; readonly time: Date }) => {
    const answer = await ask(
      tenantId,
      {
        ...{ metrics, groupBy: [], where: { [dimension]: [value] }, timeZone },
        window: { from: startOf(window.from, timeZone), to: startOf(window.to, timeZone) },
      },
      at,
    );
    if (!answer.ok) throw new Error(`the metric service refused the effect of ${dimension} ${value}`);
    const day = readDay(figure, answer.value.rows[0]?.figures ?? []);
    return { measured: { ...window, ...day }, asOf: answer.value.asOf };
  };
  const before = await look(first);
  const after = await look(second, before.asOf);
  return [before.measured, after.measured];
}

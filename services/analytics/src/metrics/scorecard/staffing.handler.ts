import { accept, type Outcome } from '@redress/kernel';
import { findCalendar, type Regulation } from '@redress/regulations';
import { DateTime } from 'luxon';
import type { AskedAt, Asker, FiguresAnswer } from '../questions/ask-figures.handler';
import { simply } from '../questions/figures-query.model';
import { quotient } from '../model/figures.model';
import type { MetricsFilter } from '../model/metrics-query.model';
import type { Period } from './period.rules';
import { periodOf, type ScorecardParts, type ScorecardRefusal } from './scorecard.handler';
import { filledIn, MINUTES_A_DAY } from './standard.rules';

type Provision = Regulation['workload'][number];

/** What of the complaints each kind of work is; what no fact tells apart is missing. */
const VOLUMES: Readonly<Record<string, MetricsFilter>> = {
  enquiries: { ITEM_TYPE: ['ENQUIRY'] },
  'phone-enquiry': { ITEM_TYPE: ['ENQUIRY'], CHANNEL: ['PHONE'] },
  'walk-in-enquiry': { ITEM_TYPE: ['ENQUIRY'], CHANNEL: ['VISIT', 'STORE'] },
  'grievances-and-complaints': { ITEM_TYPE: ['GRIEVANCE', 'COMPLAINT'] },
  grievance: { ITEM_TYPE: ['GRIEVANCE'] },
  'checked-complaint': { ITEM_TYPE: ['COMPLAINT'] },
};
/** How many people a kind of work needed by its standard. */
export interface StaffingRow {
  readonly provision: Provision;
  /** None for work that no fact tells apart. */
  readonly volume: number | undefined;
  /** With four decimals; none where the volume or the standard is not known. */
  readonly people: string | undefined;
}

export interface Staffing extends Pick<FiguresAnswer, 'asOf' | 'engine'> {
  readonly workingDays: number;
  readonly rows: readonly StaffingRow[];
}

/** How many people the volume of a period would have needed by the standards of the regulation in force at its end. */
export async function staffing(
  parts: ScorecardParts,
  asker: Asker,
  period: Period,
  at: AskedAt,
): Promise<Outcome<Staffing, ScorecardRefusal>> {
  const found = await periodOf(parts, asker.tenantId, period);
  if (!found.ok) return found;
  const { adoption, window } = found.value;
  const { timeZone, calendar, openValues } = adoption.settings;
  const question = { metrics: ['COMPLAINTS_RECEIVED'] as const, window, timeZone };
  const groupBy = ['ITEM_TYPE', 'CHANNEL'] as const;
  const answer = await parts.ask(asker, simply({ ...question, groupBy, where: {} }), at);
  if (!answer.ok) return answer;
  const volumeOf = (filter: MetricsFilter): number =>
    answer.value.rows
      .filter(({ keys }) =>
        groupBy.every((dimension, index) => filter[dimension]?.includes(keys[index] ?? null) ?? true),
      )
      .reduce((sum, { figures }) => sum + Number(figures[0]?.value ?? 0), 0);
  const workingDays = workingDaysOf(period, calendar);
  const rows = adoption.regulation.workload.map((stated): StaffingRow => {
    const provision = filledIn(stated, openValues);
    const filter = VOLUMES[provision.work];
    const volume = filter === undefined ? undefined : volumeOf(filter);
    return { provision, volume, people: volume === undefined ? undefined : peopleFor(provision, volume, workingDays) };
  });
  return accept({ workingDays, rows, asOf: answer.value.asOf, engine: answer.value.engine });
}

function peopleFor(
  { perPersonAndDay, minutesEach }: Provision,
  volume: number,
  workingDays: number,
): string | undefined {
  if (workingDays === 0) return undefined;
  const days = BigInt(workingDays);
  const exact = (value: number): bigint => BigInt(Math.round(value * 1_000));
  if (perPersonAndDay !== undefined) return quotient(BigInt(volume) * 1_000n, exact(perPersonAndDay) * days);
  if (minutesEach === undefined) return undefined;
  return quotient(BigInt(volume) * exact(minutesEach), BigInt(MINUTES_A_DAY) * 1_000n * days);
}

function workingDaysOf({ from, until }: Period, calendarId: string): number {
  const calendar = findCalendar(calendarId);
  let days = 0;
  const last = DateTime.fromISO(until, { zone: 'utc' });
  for (let day = DateTime.fromISO(from, { zone: 'utc' }); day <= last; day = day.plus({ days: 1 })) {
    const name = day.toFormat('yyyy-MM-dd');
    if (calendar?.day(name, day.weekday).working ?? day.weekday <= 5) days += 1;
  }
  return days;
}

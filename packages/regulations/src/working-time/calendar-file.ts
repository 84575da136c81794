import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { everyDay, weekCalendar, type Calendar } from './calendar.model';

const DIRECTORY = join(__dirname, '..', '..', 'data', 'calendars');

const chineseYear = z.object({
  year: z.int(),
  days: z.array(z.object({ name: z.string(), date: z.iso.date(), isOffDay: z.boolean() })),
});
const ukDivisions = z.record(
  z.string(),
  z.object({ events: z.array(z.object({ title: z.string(), date: z.iso.date() })) }),
);

const federalHolidays = z.object({
  firstYear: z.int(),
  lastYear: z.int(),
  days: z.array(z.object({ date: z.iso.date(), name: z.string() })),
});

function versionOf(...contents: readonly string[]): string {
  const hash = createHash('sha256');
  contents.forEach((content) => hash.update(content));
  return hash.digest('hex').slice(0, 12);
}

function readChina(): Calendar {
  const folder = join(DIRECTORY, 'cn');
  const contents = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const years = contents.map((content) => chineseYear.parse(JSON.parse(content)));
  return weekCalendar(
    'cn',
    versionOf(...contents),
    years.flatMap(({ days }) => days.map(({ name, date, isOffDay }) => ({ name, date, working: !isOffDay }))),
    new Set(years.filter(({ days }) => days.length > 0).map(({ year }) => year)),
  );
}

function readUnitedKingdom(): Calendar[] {
  const content = readFileSync(join(DIRECTORY, 'uk', 'bank-holidays.json'), 'utf8');
  return Object.entries(ukDivisions.parse(JSON.parse(content))).map(([division, { events }]) =>
    weekCalendar(
      `uk-${division}`,
      versionOf(content),
      events.map(({ title, date }) => ({ date, name: title, working: false })),
      new Set(events.map(({ date }) => Number(date.slice(0, 4)))),
    ),
  );
}

function readUnitedStates(): Calendar {
  const content = readFileSync(join(DIRECTORY, 'us', 'federal-holidays.json'), 'utf8');
  const { firstYear, lastYear, days } = federalHolidays.parse(JSON.parse(content));
  return weekCalendar(
    'us',
    versionOf(content),
    days.map(({ date, name }) => ({ date, name, working: false })),
    new Set(Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)),
  );
}

const calendars = new Map<string, Calendar>(
  [
    readChina(),
    ...readUnitedKingdom(),
    readUnitedStates(),
    weekCalendar('monday-to-friday', '1', [], 'all'),
    everyDay,
  ].map((calendar) => [calendar.id, calendar]),
);

/**
 * Ids of the calendars that ship with Redress: `cn`, `uk-…` for each division, `us` for the federal holidays, and without
 * holidays `monday-to-friday` and `every-day`.
 */
export function calendarIds(): readonly string[] {
  return [...calendars.keys()];
}

/** A calendar by id. */
export function findCalendar(id: string): Calendar | undefined {
  return calendars.get(id);
}

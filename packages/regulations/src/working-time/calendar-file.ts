import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { weekCalendar, type Calendar } from './calendar.model';

const DIRECTORY = join(__dirname, '..', '..', 'data', 'calendars');

const chineseYear = z.object({
  year: z.int(),
  days: z.array(z.object({ name: z.string(), date: z.iso.date(), isOffDay: z.boolean() })),
});
const ukDivisions = z.record(
  z.string(),
  z.object({ events: z.array(z.object({ title: z.string(), date: z.iso.date() })) }),
);

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

const calendars = new Map<string, Calendar>(
  [readChina(), ...readUnitedKingdom(), weekCalendar('monday-to-friday', '1', [], 'all')].map((calendar) => [
    calendar.id,
    calendar,
  ]),
);

/** Ids of the calendars that ship with Redress: `cn`, `uk-…` for each division, and `monday-to-friday` without holidays. */
export function calendarIds(): readonly string[] {
  return [...calendars.keys()];
}

/** A calendar by id. */
export function findCalendar(id: string): Calendar | undefined {
  return calendars.get(id);
}

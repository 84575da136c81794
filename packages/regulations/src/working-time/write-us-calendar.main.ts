import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { usFederalHolidaysFile } from './us-federal-holidays-file';

writeFileSync(join(__dirname, '..', '..', 'data', 'calendars', 'us', 'federal-holidays.json'), usFederalHolidaysFile());

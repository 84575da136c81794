import { IANAZone } from 'luxon';
import { z } from 'zod';
import { numberingSchema, openValue } from './open-value.model';
import { openingHoursSchema, ownDaysSchema } from './opening-hours.model';

export type { AuthorityLimit } from './open-value.model';

/**
 * What an organisation decides when it adopts a regulation: where its time runs, when it is open, how it numbers where the
 * text does not say, and a value for everything that the text leaves open.
 */
export const adoptionSettingsSchema = z.strictObject({
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA time zone'),
  calendar: z.string(),
  openingHours: openingHoursSchema.optional(),
  ownDays: ownDaysSchema.optional(),
  numbering: numberingSchema.default({ pattern: '{YYYY}{MM}-{SERIAL:6}', period: 'MONTH' }),
  openValues: z.record(z.string(), openValue),
});

export type AdoptionSettings = z.infer<typeof adoptionSettingsSchema>;

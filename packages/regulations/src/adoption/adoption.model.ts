import { isCurrency, ROLES } from '@redress/kernel';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { durationSchema } from '../regulation/stage.model';

/** One row of an authority matrix: up to which amount a role may approve; `null` is without limit. */
export const authorityLimitSchema = z.strictObject({
  role: z.enum(ROLES),
  currency: z.string().refine(isCurrency, 'expected an ISO 4217 currency in use'),
  maximumMinor: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable(),
});

/**
 * What an organisation decides when it adopts a regulation: where its time runs, how it numbers, and a value for
 * everything that the text leaves open.
 */
export const adoptionSettingsSchema = z.strictObject({
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA time zone'),
  calendar: z.string(),
  numbering: z
    .strictObject({
      pattern: z.string().max(64),
      period: z.enum(['DAY', 'MONTH', 'YEAR']),
    })
    .default({ pattern: '{YYYY}{MM}-{SERIAL:6}', period: 'MONTH' }),
  openValues: z.record(z.string(), z.union([durationSchema, z.array(authorityLimitSchema)])),
});

export type AdoptionSettings = z.infer<typeof adoptionSettingsSchema>;
export type AuthorityLimit = z.infer<typeof authorityLimitSchema>;

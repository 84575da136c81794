import { isCurrency } from '@redress/kernel';
import { z } from 'zod';
import { durationSchema } from '../regulation/stage.model';

const currency = z.string().refine(isCurrency, 'expected an ISO 4217 currency in use');
const amountMinor = z.string().regex(/^\d{1,18}$/, 'expected minor units as digits');

/**
 * One row of an authority matrix: up to which amount a role or a party may approve; `null` is without limit. Adoptions
 * that were made when only roles could hold authority say `role`.
 */
export const authorityLimitSchema = z.preprocess(
  (row) => (isRecord(row) && 'role' in row && !('holder' in row) ? renamed(row) : row),
  z.strictObject({
    holder: z.string().min(1).max(64),
    currency,
    maximumMinor: amountMinor.nullable(),
    when: z.string().min(1).max(500).optional(),
  }),
);

/** An amount of money. */
export const moneySchema = z.strictObject({ amountMinor, currency });

/** A row of a table of amounts, for example what a day of a department costs. */
export const amountRowSchema = z.strictObject({ entry: z.string().min(1).max(200), amountMinor, currency });

/** How complaints are numbered. */
export const numberingSchema = z.strictObject({
  pattern: z.string().max(64),
  period: z.enum(['DAY', 'MONTH', 'YEAR']),
});

/** The value that each type of open value takes. */
export const OPEN_VALUE_SCHEMAS = {
  DURATION: durationSchema,
  AUTHORITY: z.array(authorityLimitSchema).min(1).max(200),
  COUNT: z.int().min(0),
  RATIO: z.string().regex(/^\d{1,6}(\.\d{1,9})?$/, 'expected a decimal such as "0.05"'),
  MONEY: moneySchema,
  TEXT: z.string().min(1).max(4_000),
  CHOICE: z.string().min(1).max(64),
  DATE: z.iso.date(),
  AMOUNT_TABLE: z.array(amountRowSchema).min(1).max(500),
  NUMBERING: numberingSchema,
} as const;

/** A value that an organisation filled in; its type is the one that the regulation declares for its key. */
export const openValue = z.union([
  durationSchema,
  moneySchema,
  numberingSchema,
  z.array(amountRowSchema).min(1),
  z.array(authorityLimitSchema),
  z.number(),
  z.string(),
]);

export type AuthorityLimit = z.infer<typeof authorityLimitSchema>;
export type AmountRow = z.infer<typeof amountRowSchema>;
export type Numbering = z.infer<typeof numberingSchema>;
export type OpenValue = z.infer<typeof openValue>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function renamed({ role, ...row }: Record<string, unknown>): Record<string, unknown> {
  return { holder: role, ...row };
}

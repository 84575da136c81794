import { z } from 'zod';

/** Identifier of an aggregate or of a part of one. */
export const id = () => z.uuid();

/** RFC 3339 instant in UTC with milliseconds. */
export const instant = () => z.iso.datetime({ precision: 3 });

/** Exact amount: `amountMinor` is a decimal integer in minor units of an ISO 4217 currency. */
export const moneyData = z.object({
  amountMinor: z.string().regex(/^-?\d{1,18}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** Who acted: the subject of a token, or `system:<service>`. */
export const subject = () => z.string().min(1).max(255);

/** A line of an order as the organisation's own documents name it. */
export const orderLineReference = z.object({
  orderNumber: z.string().min(1).max(64),
  lineNumber: z.int().min(1).max(100_000),
});

/** The regulation version that governs a complaint from its receipt to its end. */
export const regulationReference = z.object({ id: z.string().min(1).max(64), version: z.int().min(1) });

/** The channels that any of the regulations names. */
export const CHANNELS = [
  'PHONE',
  'LETTER',
  'EMAIL',
  'VISIT',
  'STORE',
  'WEB_FORM',
  'MOBILE_APP',
  'SOCIAL_MEDIA',
  'SMS',
  'FAX',
  'CHAT',
  'LETTERBOX',
  'SALES_STAFF',
  'REFERRAL',
  'INTERNAL',
] as const;
export const channel = () => z.enum(CHANNELS);
export type Channel = (typeof CHANNELS)[number];

/** What a complainant may ask for, and what a resolution may give. */
export const REMEDY_KINDS = [
  'REFUND',
  'PRICE_REDUCTION',
  'ALLOWANCE',
  'RETURN',
  'EXCHANGE',
  'REPAIR',
  'COMPENSATION',
  'GOODWILL',
  'STORE_CREDIT',
  'APOLOGY',
  'SERVICE_IMPROVEMENT',
  'AGREEMENT_SURRENDER',
] as const;
export const remedyKind = () => z.enum(REMEDY_KINDS);
export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** One piece of what a remedy gives: its kind, what it is about, how much, and to whom. */
export const remedyPart = z.object({
  kind: remedyKind(),
  /** The order whose line or charge it is about. */
  orderNumber: z.string().min(1).max(64).optional(),
  lineNumber: z.int().min(1).max(100_000).optional(),
  /** Code of a tax, a fee or the shipping: of the line, or of the order where no line is named. */
  charge: z.string().min(1).max(32).optional(),
  /** How much of the line, as a plain decimal. */
  quantity: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/)
    .optional(),
  amount: moneyData,
  /** Identifier of who is paid; the complainant where absent. */
  payee: z.string().min(1).max(64).optional(),
});

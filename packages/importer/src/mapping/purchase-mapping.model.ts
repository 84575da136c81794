import { IANAZone } from 'luxon';
import { z } from 'zod';
import { columnNamed, conditionOf, textOf } from './mapping.model';

const decimal = z.strictObject({ column: columnNamed });
const fixed = z.strictObject({ is: z.string().min(1).describe('The same for every line.') });

const charge = z
  .strictObject({
    kind: z.enum(['TAX', 'SHIPPING', 'FEE']),
    code: z.string().regex(/^[A-Z][A-Z0-9_-]{0,31}$/),
    paid: decimal.describe('What was paid of it; where the column is empty or zero, there was none.'),
    rate: decimal.optional().describe('Percent.'),
  })
  .describe('A tax, a fee or the shipping that has a column of its own.');

const order = z
  .strictObject({
    number: textOf,
    customer: textOf.optional().describe('The customer as the shop’s own system names it.'),
    placedAt: z.strictObject({
      column: columnNamed,
      format: z.string().min(1).describe('How the column writes a date, in tokens such as yyyy-MM-dd HH:mm.'),
    }),
    currency: z.union([textOf, fixed]),
    department: textOf.optional(),
    charges: z.array(charge).optional().describe('Charges of the whole order.'),
    exchangeRate: z
      .strictObject({
        baseCurrency: fixed,
        rate: decimal,
        rateId: textOf.optional(),
        on: z.strictObject({ column: columnNamed, format: z.string().min(1) }),
      })
      .optional(),
  })
  .describe('What an order says as a whole; read from the first of its lines.');

const line = z.strictObject({
  number: decimal.optional().describe('Number of the line; its place within the order unless told.'),
  description: textOf,
  product: textOf.optional(),
  department: textOf.optional(),
  quantity: decimal,
  unitPrice: decimal.optional(),
  discount: decimal.optional(),
  paid: decimal.optional().describe('What was paid, without charges; quantity × unit price − discount unless told.'),
  charges: z.array(charge).optional().describe('Charges of the line.'),
});

const payment = z
  .strictObject({
    provider: z.union([textOf, fixed]),
    reference: textOf,
    amount: decimal,
    complete: z.boolean().default(false).describe('Whether these are all payments: they must then add up exactly.'),
  })
  .describe('How the order was paid; a reference that stands in several lines is one payment.');

/** The file format of a mapping of orders. */
export const purchaseMappingSchema = z.strictObject({
  $schema: z.string().optional(),
  description: z.string().min(1).describe('What the file is, and what was decided in reading it.'),
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA time zone')
    .describe('IANA time zone of the dates in the file.'),
  delimiter: z.string().length(1).default(',').describe('What separates the columns.'),
  decimalMark: z.enum(['.', ',']).default('.').describe('What stands before the fraction of a number.'),
  skip: z.array(conditionOf).default([]).describe('Rows for which one of these holds are no purchases and left out.'),
  order,
  line,
  payment: payment.optional(),
});

/** Which column of a file of orders is what. The lines of an order stand together in the file. */
export type PurchaseMapping = z.infer<typeof purchaseMappingSchema>;
export type ChargeMapping = z.infer<typeof charge>;

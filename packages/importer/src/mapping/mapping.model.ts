import { IANAZone } from 'luxon';
import { z } from 'zod';

/** The name of a column. */
export const columnNamed = z
  .string()
  .min(1)
  .describe('Name of the column, as it stands in the first line of the file.');
const column = columnNamed;

/** A condition on a row. */
export const conditionOf = z.union([
  z.strictObject({ column, is: z.array(z.string()).min(1).describe('The column holds one of these.') }),
  z.strictObject({ column, startsWith: z.string().min(1).describe('The column begins with this.') }),
]);
const when = conditionOf.describe('The field is filled only in rows for which this holds.');

/** A text in a column. */
export const textOf = z.strictObject({ column, when: when.optional() });
const text = textOf;
const moment = z.strictObject({
  column,
  format: z
    .string()
    .min(1)
    .describe(
      'How the column writes a date, in tokens such as yyyy-MM-dd HH:mm. A date alone is the beginning of that day.',
    ),
  when: when.optional(),
});
const yesOrNo = z.strictObject({
  column,
  values: z
    .record(z.string(), z.boolean().nullable())
    .describe('What each value of the column means; null for "not said". Any other value makes the row bad.'),
  when: when.optional(),
});
const channel = z.strictObject({
  column,
  values: z
    .record(z.string(), z.string().regex(/^[A-Z_]+$/))
    .describe('The channel of the graph for each value of the column. Any other value makes the row bad.'),
});

const customer = z
  .strictObject({ externalRef: text.optional(), name: text.optional(), email: text.optional(), phone: text.optional() })
  .describe('Who complained. Without it, all complaints belong to one nameless customer of the source.');

const history = z
  .strictObject({
    acknowledgedAt: moment.optional(),
    firstReplyAt: moment.optional(),
    closedAt: moment.optional().describe('A row in which it is filled becomes a closed case.'),
    outcome: text.optional(),
    timely: yesOrNo.optional(),
    disputed: yesOrNo.optional(),
  })
  .describe('What the file tells of the handling so far. With it, channels and regulation of today do not matter.');

/** The file format of a mapping. */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  description: z.string().min(1).describe('What the file is, and what was decided in reading it.'),
  source: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,19}$/, 'expected 2 to 20 lower-case letters and digits')
    .describe('Short name of where the rows come from; it begins their numbers and, with the id, makes them unique.'),
  timeZone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'expected an IANA time zone')
    .describe('IANA time zone of the dates in the file.'),
  delimiter: z.string().length(1).default(',').describe('What separates the columns.'),
  row: z.strictObject({
    externalId: text,
    receivedAt: moment,
    channel,
    category: text,
    product: text.optional(),
    region: text.optional(),
    text: text.optional(),
    customer: customer.optional(),
    history: history.optional(),
  }),
});

/** Which column of a file is what. */
export type Mapping = z.infer<typeof mappingSchema>;
export type TextField = z.infer<typeof text>;
export type MomentField = z.infer<typeof moment>;
export type YesOrNoField = z.infer<typeof yesOrNo>;
export type Condition = z.infer<typeof when>;

/** Every column that a mapping, or a part of one, reads; a file that lacks one is not the file that the mapping is for. */
export function columnsOf(...parts: readonly unknown[]): string[] {
  const columns = new Set<string>();
  const collect = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('column' in value && typeof value.column === 'string') columns.add(value.column);
    Object.values(value).forEach(collect);
  };
  parts.forEach(collect);
  return [...columns];
}

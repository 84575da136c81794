import { z } from 'zod';
import {
  CHANNELS,
  cited,
  code,
  COMPLAINANT_KINDS,
  condition,
  factKey,
  ITEM_TYPES,
  label,
  performers,
} from './vocabulary.model';

export const channelProvision = z.strictObject({
  channel: z.enum(CHANNELS),
  class: code.optional().describe('Its class, one of `channelClasses`.'),
  roundTheClock: z.boolean().optional().describe('Whether the text keeps it open for 24 hours.'),
  answerWithinRings: z.int().min(1).optional().describe('For the phone: rings within which it is answered.'),
  ...cited,
});

const fact = {
  key: factKey,
  label,
  type: z.enum(['TEXT', 'NUMBER', 'QUANTITY', 'MONEY', 'DATE', 'BOOLEAN', 'CHOICE']),
  options: z.array(z.strictObject({ code, label })).optional().describe('For a CHOICE.'),
};

/** A field of the record card. Conditions call it `card.<key>`; money and quantities by their number, dates as text. */
export const cardField = z.strictObject({
  ...fact,
  of: z
    .enum([
      'TEXT',
      'COMPLAINANT_NAME',
      'CONTACT',
      'ADDRESS',
      'PRODUCT',
      'DEMAND',
      'RECEIVED_AT',
      'REGION',
      'ORDER_NUMBER',
    ])
    .optional()
    .describe('The member of every complaint that holds it, where there is one, so that it is not asked twice.'),
  required: z.union([z.boolean(), condition]).describe('Whether, or under which condition, it has to be filled in.'),
  personal: z.boolean().optional().describe('Whether it is personal data, which is sealed and never leaves intake.'),
  maximumLength: z.int().min(1).max(30_000).optional(),
  ...cited,
});

/** What is judged of a matter beside its card, for example whether the press is involved: `assessment.<key>`. */
export const assessmentFact = z.strictObject({ ...fact, ...cited });

export const itemTypeProvision = z.strictObject({
  type: z.enum(ITEM_TYPES),
  label,
  kinds: z.array(z.strictObject({ code, label, ...cited })).optional(),
  convertsTo: z
    .array(z.strictObject({ type: z.enum(ITEM_TYPES), when: condition.optional(), ...cited }))
    .optional()
    .describe('Into what it may be converted; with a condition, it is converted by itself once that holds.'),
  ...cited,
});

export const complainantProvision = z.strictObject({ kind: z.enum(COMPLAINANT_KINDS), label, ...cited });

export const acceptanceProvision = z.strictObject({
  ruling: z
    .enum(['NONE', 'RULED'])
    .describe('NONE: what is registered is accepted. RULED: somebody rules on it, and may refuse for a ground.'),
  rulers: performers.optional(),
  grounds: z
    .array(z.strictObject({ ground: code, label, ...cited }))
    .optional()
    .describe('For what reasons acceptance may be refused.'),
  helpsToClarify: z
    .boolean()
    .optional()
    .describe('Whether an unclear complaint is clarified with its complainant first.'),
  ...cited,
});

export const acknowledgementProvision = z.strictObject({
  channels: z.array(z.enum(CHANNELS)).optional().describe('For complaints over these channels; for all, where absent.'),
  tells: z
    .array(z.enum(['RECEIPT', 'NUMBER', 'HANDLER_NAME', 'HANDLER_CONTACT', 'PROCESS', 'TIME_NODES', 'EXPECTED_REPLY']))
    .min(1),
  ...cited,
});

export const axisProvision = z.strictObject({
  axis: code.describe('For example `category` or `urgency`. The axis `category` is that of every complaint.'),
  label,
  closed: z.boolean().describe('Whether the text lists every value, so that an organisation may not add its own.'),
  values: z.array(z.strictObject({ code, label, quote: cited.quote.optional() })),
  automatic: z.boolean().optional().describe('Whether the text asks for the value to be set automatically.'),
  rules: z
    .array(z.strictObject({ value: code, when: condition, ...cited }))
    .optional()
    .describe('Rules that set a value by themselves, the first that holds.'),
  ...cited,
});

export const levelsProvision = z.strictObject({
  direction: z.enum(['UP_ONLY', 'UP_AND_DOWN']),
  initial: code.describe('The level without any trigger.'),
  values: z
    .array(
      z.strictObject({
        level: code,
        rank: z.int().min(0).describe('Higher is graver; no two levels share a rank.'),
        label,
        track: z
          .enum(['NORMAL', 'FAST_LANE', 'EMERGENCY'])
          .describe('FAST_LANE: before others. EMERGENCY: an emergency team is called together.'),
        definition: cited.quote.optional(),
      }),
    )
    .min(1),
  triggers: z.array(z.strictObject({ trigger: code, level: code, when: condition, ...cited })),
  ...cited,
});

export const windowProvision = z.strictObject({
  mode: z.enum(['SINGLE_WINDOW', 'FIRST_CONTACT', 'EVERY_UNIT']),
  performers: performers.optional(),
  delegate: z.enum(['MANDATORY', 'NONE']).optional().describe('Whether an absent window needs a delegate.'),
  ...cited,
});

export const onTheSpotProvision = z.strictObject({
  performers,
  when: condition.optional(),
  slip: code.optional().describe('The paper that both sign.'),
  batch: z.enum(['MONTH_END']).optional().describe('When the slips are passed on together.'),
  ...cited,
});

export const handOverProvision = z.strictObject({
  handOver: code,
  label,
  when: condition.optional(),
  from: performers,
  to: performers,
  paper: code.optional(),
  records: z.array(z.enum(['TIME', 'FROM', 'TO', 'DOCUMENTS'])),
  ...cited,
});

export const routingProvision = z.strictObject({
  route: code,
  when: condition.optional(),
  to: performers,
  ...cited,
});

import { ROLES } from '@redress/kernel';
import { z } from 'zod';
import { cited, code, label, performers, text } from './vocabulary.model';

export const reportProvision = z.strictObject({
  report: code,
  label,
  period: z.enum(['DAY', 'MONTH', 'QUARTER', 'YEAR', 'PERIODIC']),
  dueDay: z.int().min(1).max(31).optional().describe('Day of the month after the period by which it is made.'),
  madeBy: performers,
  readers: performers,
  contents: z.array(text).describe('What it shows, as names of metrics or sections.'),
  signedBy: performers.optional(),
  ...cited,
});

export const metricProvision = z.strictObject({
  metric: code,
  label,
  target: z
    .strictObject({
      comparator: z.enum(['AT_LEAST', 'AT_MOST', 'EQUAL', 'REDUCED_BY']),
      value: z.number(),
      unit: z.enum(['PERCENT', 'HOURS', 'COUNT']),
    })
    .optional(),
  ...cited,
});

export const workloadProvision = z.strictObject({
  work: code,
  label,
  perPersonAndDay: z.number().positive().optional(),
  minutesEach: z.number().positive().optional(),
  openValue: text.optional(),
  ...cited,
});

export const confidentialityProvision = z.strictObject({
  rule: z.enum([
    'NO_DISCLOSURE_OUTSIDE',
    'IDENTITY_BEFORE_DISCLOSURE',
    'NO_LIST_TO_NON_OWNING_SALES',
    'ONLY_WITH_CONSENT_OR_LAW',
    'STAFF_WHO_NEED_IT',
    'NO_PRIVATE_GAIN',
  ]),
  ...cited,
});

export const conductProvision = z.strictObject({
  rule: z.enum([
    'NO_PROMISE_BEFORE_DECISION',
    'NO_REPLY_BEYOND_AUTHORITY',
    'READ_BACK',
    'CALL_BACK',
    'IDENTITY_CHECK',
    'KEEP_INFORMED',
    'NO_QUARREL',
    'EVIDENCE_ASKED',
    'KEEP_ORIGINALS',
    'SIMILAR_PRODUCT_CHECK',
    'DETECT_DUPLICATES',
    'CONSENT_OF_LEADERS_FIRST',
    'COURTESY',
  ]),
  openValue: text.optional(),
  ...cited,
});

export const archiveProvision = z.strictObject({
  by: z.enum(['CASE', 'YEAR']),
  retention: text.describe('Key of the open value, of type DURATION, for how long it is kept.'),
  ...cited,
});

export const trainingProvision = z.strictObject({
  subject: label,
  period: z.enum(['YEAR', 'PERIODIC', 'BEFORE_POST']).optional(),
  ...cited,
});

export const changeControl = z.strictObject({
  signatures: z
    .array(z.strictObject({ signatory: code, label, role: z.enum(ROLES) }))
    .min(1)
    .describe('Who has to sign before it takes effect.'),
  ...cited,
});

export const openValueSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/)
    .max(64),
  type: z.enum([
    'DURATION',
    'AUTHORITY',
    'COUNT',
    'RATIO',
    'MONEY',
    'TEXT',
    'CHOICE',
    'DATE',
    'AMOUNT_TABLE',
    'NUMBERING',
  ]),
  options: z.array(z.strictObject({ code, label })).optional().describe('For a CHOICE.'),
  label,
  quote: cited.quote
    .nullable()
    .describe('Null when the text is silent and the organisation has to decide all the same.'),
});

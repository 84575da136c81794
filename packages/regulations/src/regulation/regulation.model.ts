import { ROLES } from '@redress/kernel';
import { z } from 'zod';

const text = z.string().min(1);
const label = z.object({ zh: text, en: text }).describe('Text in simplified Chinese and in English.');
const quote = text.describe('The sentence of the source text that the value comes from, to the letter.');

const duration = z.object({
  amount: z.int().min(1).max(10_000),
  unit: z.enum(['MINUTES', 'HOURS', 'CALENDAR_DAYS', 'WORKING_DAYS']),
});

const startEvent = z
  .enum(['RECEIPT', 'ACCEPTANCE', 'EXECUTION_FINISHED'])
  .describe('The event from which a deadline is counted.');

const deadline = z.union([
  z.strictObject({ ...duration.shape, startsAt: startEvent, quote }),
  z.strictObject({
    openValue: text.describe('Key of the open value that holds the duration.'),
    startsAt: startEvent,
    quote,
  }),
]);

const stage = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['ACCEPTANCE', 'INVESTIGATION', 'RESOLUTION', 'FOLLOW_UP']),
  isoStage: z
    .enum([
      'RECEIPT',
      'TRACKING',
      'ACKNOWLEDGEMENT',
      'INITIAL_ASSESSMENT',
      'INVESTIGATION',
      'RESPONSE',
      'COMMUNICATING_THE_DECISION',
      'CLOSING',
      'SATISFACTION',
    ])
    .describe('The neutral stage name of ISO 10002, clause 7.'),
  label,
  performers: z.array(z.enum(ROLES)).min(1),
  article: label,
  deadline: deadline.optional(),
});

/** The file format of a regulation. A value that the text does not state is absent or an open value, never a guess. */
export const regulationSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  version: z.int().min(1),
  title: label,
  source: z.strictObject({ document: text, lines: text }),
  channels: z.array(z.strictObject({ channel: text, quote })).min(1),
  categories: z.strictObject({
    closed: z.boolean().describe('Whether the text lists every category, so that an organisation may not add its own.'),
    quote,
    values: z.array(z.strictObject({ code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/), label })),
  }),
  stages: z.array(stage).min(1),
  openValues: z.array(
    z.strictObject({
      key: text,
      type: z.enum(['DURATION', 'AUTHORITY']),
      label,
      quote: quote.nullable().describe('Null when the text is silent and the organisation has to decide all the same.'),
    }),
  ),
});

export type Regulation = z.infer<typeof regulationSchema>;
export type Duration = z.infer<typeof duration>;
export type StageKind = Regulation['stages'][number]['kind'];
export type IsoStage = Regulation['stages'][number]['isoStage'];
export type StartEvent = z.infer<typeof startEvent>;
export type Label = z.infer<typeof label>;
export const durationSchema = duration;

import { z } from 'zod';
import { cited, code, condition, ISO_STAGES, label, performers, STAGE_KINDS, text } from './vocabulary.model';

export const TIME_UNITS = [
  'MINUTES',
  'HOURS',
  'WORKING_HOURS',
  'CALENDAR_DAYS',
  'WORKING_DAYS',
  'MONTHS',
  'YEARS',
] as const;

export const durationSchema = z
  .strictObject({
    amount: z.int().min(1).max(10_000),
    maximum: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe('The end of a range such as 14 to 21 days; it is what counts.'),
    unit: z.enum(TIME_UNITS),
  })
  .refine(({ amount, maximum }) => maximum === undefined || maximum > amount, 'expected a maximum above the amount');

export const NAMED_START_EVENTS = ['RECEIPT', 'ACCEPTANCE', 'EXECUTION_FINISHED', 'CLOSING'] as const;

export const startEvent = z
  .union([
    z.enum(NAMED_START_EVENTS),
    z
      .string()
      .regex(/^STAGE:[a-z0-9][a-z0-9-]*$/)
      .describe('When a stage of this regulation is finished: `STAGE:hand-over`.'),
  ])
  .meta({ id: 'startEvent', description: 'The event from which a deadline is counted.' });

/** By when; a value of the text, an open value, or, for `immediate`, the word of the text without a number. */
export const deadline = z.union([
  z.strictObject({
    amount: durationSchema.shape.amount,
    maximum: durationSchema.shape.maximum,
    unit: durationSchema.shape.unit,
    startsAt: startEvent,
    ...cited,
  }),
  z.strictObject({
    openValue: text.describe('Key of the open value, of type DURATION, that holds it.'),
    startsAt: startEvent,
    ...cited,
  }),
]);

export const approval = z.strictObject({
  approvers: performers,
  label: label.optional(),
  when: condition.optional(),
  ...cited,
});

export const stageSchema = z.strictObject({
  stage: code,
  kind: z.enum(STAGE_KINDS),
  isoStage: z.enum(ISO_STAGES).describe('The neutral stage name of ISO 10002, clause 7.'),
  label,
  ...cited,
  performers,
  when: condition.optional().describe('The stage is planned only where this holds; always, where it is absent.'),
  after: z.array(code).optional().describe('Stages that have to be finished, or not planned, before this one begins.'),
  optional: z.boolean().optional().describe('Whether the performers may leave it out.'),
  immediate: z.boolean().optional().describe('The text says “at once” without a number: shown, not measured.'),
  promised: z
    .boolean()
    .optional()
    .describe('It is due by the date that was promised to the complainant of this case, where one was promised.'),
  paper: code.optional().describe('The paper that the stage produces.'),
  approvals: z
    .array(approval)
    .optional()
    .describe('Who has to approve what the stage produced, in order; it is finished by the last of them.'),
  deadline: deadline.optional(),
});

export type TimeUnit = (typeof TIME_UNITS)[number];
export type Duration = z.infer<typeof durationSchema>;
export type StartEvent = z.infer<typeof startEvent>;
export type StageProvision = z.infer<typeof stageSchema>;

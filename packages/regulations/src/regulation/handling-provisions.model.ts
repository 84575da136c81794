import { ROLES } from '@redress/kernel';
import { z } from 'zod';
import { cited, code, condition, label, PAPER_KINDS, performers, REMEDY_KINDS, text } from './vocabulary.model';

export const party = z.strictObject({
  party: code,
  label,
  kind: z.enum(['UNIT', 'POST', 'BODY', 'OUTSIDE']),
  role: z.enum(ROLES).describe('The role that its members need in their access token.'),
  duties: z
    .array(z.strictObject({ duty: label, ...cited }))
    .optional()
    .describe('What the text charges it with, beside its part in the stages.'),
  ...cited,
});

export const authorityRow = z.strictObject({
  holder: z.string().min(1).describe('A role or a party.'),
  currency: z.string().length(3),
  maximum: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .nullable()
    .describe('In units of the currency, inclusive; null is without limit.'),
  when: condition.optional().describe('For example `assessment.impact == "regional" && !assessment.media`.'),
  ...cited,
});

export const authorityProvision = z.strictObject({
  rows: z.array(authorityRow),
  openValue: text
    .optional()
    .describe('Key of the open value, of type AUTHORITY, that holds the rows which the text does not give.'),
  fourEyes: z.boolean().optional().describe('Whether the text itself forbids to approve what one proposed.'),
  quote: cited.quote.optional(),
  reading: cited.reading,
});

export const paperProvision = z.strictObject({
  paper: code,
  kind: z.enum(PAPER_KINDS),
  label,
  sections: z
    .array(z.strictObject({ section: code, label, required: z.boolean(), quote: cited.quote.optional() }))
    .optional()
    .describe('What has to stand in it.'),
  copies: z
    .array(z.strictObject({ copy: z.int().min(1), holder: z.string().min(1), label: label.optional() }))
    .optional(),
  signatures: z
    .array(z.string().min(1))
    .optional()
    .describe('Roles, parties or `complainant`, in the order of the text.'),
  ...cited,
});

export const remedyProvision = z.strictObject({
  remedy: z.enum(REMEDY_KINDS),
  label: label.optional(),
  papers: z.array(code).optional(),
  approvers: performers.optional(),
  evidence: z
    .strictObject({ atLeast: z.int().min(1), of: z.array(z.strictObject({ evidence: code, label, ...cited })).min(1) })
    .optional(),
  ...cited,
});

export const returnToleranceProvision = z.strictObject({
  openValue: text.describe('Key of the open value, of type RATIO: how much more than authorised may be posted.'),
  within: z.literal('POST_RECEIVED'),
  above: z.literal('EXCEPTION'),
  ...cited,
});

export const DISSATISFACTION_PATHS = [
  'LINKED_FORM',
  'SECOND_HANDLING',
  'VERIFY_THEN_FINAL',
  'APPEAL',
  'HAND_TO_SUPERIOR',
  'BACK_TO_CAUSE_ANALYSIS',
  'REMEDIAL_MEASURES',
  'EXTERNAL_BODY',
] as const;

export const dissatisfactionProvision = z.strictObject({
  path: z.enum(DISSATISFACTION_PATHS),
  open: z.array(z.enum(['COMPLAINANT', 'COMPLAINEE'])).describe('Who may take it.'),
  backTo: code.optional().describe('The stage at which handling begins anew.'),
  deciders: performers.optional().describe('Who decides then, where not the same as before.'),
  paper: code.optional(),
  maximumRounds: z.int().min(1).optional().describe('How often it may be taken; then the decision is final.'),
  bodies: z
    .array(z.strictObject({ body: code, label }))
    .optional()
    .describe('For an external body.'),
  ...cited,
});

export const departmentObjectionProvision = z.strictObject({ to: performers, ...cited });

export const overduePaperProvision = z.strictObject({
  paper: code,
  when: z.enum(['OPEN_AND_OVERDUE', 'CLOSED_AND_STAGE_WAS_LATE']),
  to: z.enum(['PERFORMERS_OF_STAGE', 'DEPARTMENT_OF_STAGE']),
  issuedBy: performers,
  ...cited,
});

export const extensionProvision = z.strictObject({
  notice: z.boolean().describe('Whether the complainant is told why, and the expected date.'),
  approvers: performers.optional(),
  ...cited,
});

export const followUpProvision = z.strictObject({
  asks: z.array(z.enum(['RESULT', 'EXPECTATION', 'ATTITUDE', 'EFFICIENCY', 'SUGGESTIONS'])),
  means: z.array(z.enum(['PHONE', 'SMS', 'EMAIL', 'VISIT', 'LETTER', 'QUESTIONNAIRE', 'ONLINE'])).optional(),
  periodic: z.boolean().optional(),
  whenDissatisfied: z.enum(['REOPEN', 'REMEDIAL_MEASURES', 'RECORD']).optional(),
  forWhich: condition.optional(),
  ...cited,
});

export const validityProvision = z.strictObject({
  values: z
    .array(
      z.strictObject({
        validity: z.enum(['VALID', 'INVALID', 'UNDETERMINED', 'AT_FAULT', 'UNTRUE', 'MALICIOUS']),
        label,
        consequences: z.array(
          z.enum([
            'REMEDY',
            'EXPLAIN',
            'EXPLAIN_AND_APOLOGISE',
            'EDUCATE',
            'LEGAL_MEANS',
            'NORMAL_COLLECTION',
            'CORRECT_AND_DISCIPLINE',
            'RESPONSIBILITY_ONLY',
          ]),
        ),
        ...cited,
      }),
    )
    .min(1),
});

export const responsibilityProvision = z.strictObject({
  determinedBy: performers,
  bothSidesHeard: z.boolean().optional(),
  sanctions: z
    .array(z.strictObject({ sanction: code, label, paper: code.optional(), ...cited }))
    .optional()
    .describe('In the order of the ladder.'),
  approvers: performers.optional(),
  published: z.boolean().optional(),
  lossBase: text
    .optional()
    .describe('Key of the open value, of type AMOUNT_TABLE, from which a department’s loss is computed.'),
  thirdParties: z.boolean().optional().describe('Whether a supplier or another company may be held responsible.'),
  ...cited,
});

export const actionProvision = z.strictObject({
  kinds: z.array(z.enum(['CORRECTIVE', 'PREVENTIVE', 'IMPROVEMENT', 'CONTAINMENT'])).min(1),
  exemptWhen: condition.optional(),
  effectConfirmedBy: performers.optional(),
  loopsBackTo: code.optional().describe('The stage to which a measure without effect leads back.'),
  signedBy: performers.optional(),
  ...cited,
});

export const emergencyProvision = z.strictObject({
  when: condition,
  team: performers.describe('Who belongs to it.'),
  does: z.array(
    z.enum(['MEETING', 'RISK_ASSESSMENT', 'CRISIS_HANDLING', 'LEADERS_IN_PERSON', 'COORDINATION_GROUP', 'REPORT_UP']),
  ),
  immediately: z.boolean(),
  ...cited,
});

export const recusalProvision = z.strictObject({ of: z.enum(['COMPLAINEE']), ...cited });
export const legalProvision = z.strictObject({ performers, when: condition.optional(), ...cited });
export const externalBodyProvision = z.strictObject({ body: code, label, ...cited });
export const caseLibraryProvision = z.strictObject({ purpose: label, ...cited });
export const gapProvision = z.strictObject({
  decidedBy: performers,
  approvedBy: performers,
  amends: z.boolean(),
  ...cited,
});

export const replyProvision = z.strictObject({
  forms: z.array(z.enum(['WRITTEN', 'ORAL', 'LETTER', 'PHONE', 'EMAIL', 'SMS', 'VISIT'])).min(1),
  default: z.enum(['WRITTEN', 'ORAL']).optional(),
  performers: performers.optional(),
  reviewedBy: performers.optional().describe('Who reviews a written reply before it goes out.'),
  ...cited,
});

export const consentProvision = z.strictObject({ required: z.boolean(), ...cited });

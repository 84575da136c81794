import { ROLES } from '@redress/kernel';
import { z } from 'zod';

/** Ways in which a complaint can come in; a regulation enables some of them (IN-01). */
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

/** What is brought forward (IN-06). Only a complaint has to be decided; the others are answered. */
export const ITEM_TYPES = [
  'COMPLAINT',
  'GRIEVANCE',
  'ENQUIRY',
  'SUGGESTION',
  'FEEDBACK',
  'DEMAND',
  'ANOMALY',
  'ISSUE',
] as const;

/** Who complains (IN-05). */
export const COMPLAINANT_KINDS = [
  'CONSUMER',
  'AGENT',
  'FRANCHISEE',
  'RETAILER',
  'CORPORATE_BUYER',
  'MEMBER',
  'POLICYHOLDER',
  'EMPLOYEE',
  'GROUP',
  'AUTHORITY',
] as const;

/** What a complainant may be given (FI-01). */
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

/** Stages of complaints handling in ISO 10002:2018, clause 7. */
export const ISO_STAGES = [
  'RECEIPT',
  'TRACKING',
  'ACKNOWLEDGEMENT',
  'INITIAL_ASSESSMENT',
  'INVESTIGATION',
  'RESPONSE',
  'COMMUNICATING_THE_DECISION',
  'CLOSING',
  'SATISFACTION',
] as const;

/**
 * What kinds of stages there are, each with the one act that finishes it. A regulation may plan several of a kind;
 * what its text calls them is their label.
 */
export const STAGE_KINDS = [
  'CLASSIFICATION',
  'ACKNOWLEDGEMENT',
  'ACCEPTANCE',
  'FIRST_RESPONSE',
  'HAND_OVER',
  'ASSIGNMENT',
  'SITE_INSPECTION',
  'INVESTIGATION',
  'OPINION',
  'MEETING',
  'RESPONSIBILITY',
  'PROPOSAL',
  'APPROVAL',
  'REPLY',
  'PROGRESS',
  'RESOLUTION',
  'EXECUTION',
  'ANSWER',
  'CLOSING',
  'CORRECTIVE_ACTION',
  'EFFECT_CHECK',
  'FOLLOW_UP',
] as const;

/** Papers that the handling of complaints produces; what a text calls them is their label. */
export const PAPER_KINDS = [
  'RECORD_CARD',
  'INVESTIGATION_REPORT',
  'HANDLING_SHEET',
  'ANOMALY_SHEET',
  'OPINION',
  'HAND_OVER_SHEET',
  'SUBMISSION_FOR_APPROVAL',
  'REPLY',
  'SETTLEMENT_SLIP',
  'REMINDER',
  'OVERDUE_INQUIRY',
  'WORK_ORDER',
  'EIGHT_D_REPORT',
  'MAJOR_COMPLAINT_REPORT',
  'SALES_ALLOWANCE_CERTIFICATE',
  'SALES_RETURN_CERTIFICATE',
  'RETURN_SLIP',
  'PENALTY_NOTICE',
  'LEDGER',
  'STATISTICS_TABLE',
  'SATISFACTION_FORM',
  'CASE_FILE',
  'DAILY_REPORT',
] as const;

export const text = z.string().min(1).max(4000);
export const label = z
  .strictObject({ zh: text, en: text })
  .meta({ id: 'label', description: 'Text in Chinese and in English.' });
export const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .max(64)
  .meta({ id: 'code', description: 'Stable name: lower-case letters, digits and hyphens.' });
export const factKey = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .max(64)
  .meta({ id: 'factKey', description: 'Name of a fact, in camel case, as conditions call it.' });

export const quote = text.describe('The sentence of the source text that the value comes from, to the letter.');

/** What stands beside every value: its source, and how it was read where the sentence alone does not say it. */
export const cited = {
  quote,
  reading: text.optional().describe('How the sentence was read, where it leaves room.'),
  article: label.optional().describe('The article, where the text numbers or names it.'),
};

export const condition = z.string().min(1).max(500).meta({
  id: 'condition',
  description: 'A CEL expression over the declared facts that is true or false, for example `assessment.media`.',
});

export const performers = z
  .array(z.string().min(1))
  .min(1)
  .meta({
    id: 'performers',
    description: `Who: a role of the access token (${ROLES.join(', ')}) or a party that the regulation declares.`,
  });

export type Channel = (typeof CHANNELS)[number];
export type ItemType = (typeof ITEM_TYPES)[number];
export type ComplainantKind = (typeof COMPLAINANT_KINDS)[number];
export type RemedyKind = (typeof REMEDY_KINDS)[number];
export type IsoStage = (typeof ISO_STAGES)[number];
export type StageKind = (typeof STAGE_KINDS)[number];
export type PaperKind = (typeof PAPER_KINDS)[number];
export type Label = z.infer<typeof label>;

import { z } from 'zod';

const factValue = z.union([z.boolean(), z.number(), z.string().max(500)]);
const key = z.string().min(1).max(64);

/** What is brought forward. */
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
export type ItemType = (typeof ITEM_TYPES)[number];

/** Who complains. */
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
export type ComplainantKind = (typeof COMPLAINANT_KINDS)[number];

/**
 * What intake knows and judges of a matter, as the conditions of regulations see it. No personal data: fields of the
 * record card that are personal stay in intake.
 */
export const matter = z.object({
  itemType: z.enum(ITEM_TYPES),
  /** Kind within the item type, where the regulation names kinds. */
  itemKind: key.optional(),
  /** Class of the channel, where the regulation classes channels. */
  channelClass: key.optional(),
  written: z.boolean(),
  complainantKind: z.enum(COMPLAINANT_KINDS),
  /** How many complain together. */
  persons: z.int().min(1).max(1_000_000),
  /** How often the complainant has brought the matter forward. */
  raised: z.int().min(1).max(10_000),
  /** Value by axis of classification, the category apart. */
  classification: z.record(key, key),
  /** What was judged, by the facts that the regulation declares. */
  assessment: z.record(key, factValue),
  /** Fields of the record card that are not personal. */
  card: z.record(key, factValue),
  /**
   * Same complaints within the last month by different complainants, this one included; counted up to 201, and only where
   * a condition of the regulation asks for it: 1 otherwise.
   */
  sameWithinMonth: z.int().min(1),
  /** Whether the complainant complained of the same before. */
  repeat: z.boolean(),
});
export type Matter = z.infer<typeof matter>;

import type { Channel, ComplainantKind, ItemType, Matter } from '@redress/contracts';

export type { Matter };

/** Who or what gave a complaint its value on an axis. A person is never overridden. */
export type Origin = 'PERSON' | 'RULE' | 'TEXT';

/** In what order complaints are taken up. */
export const PRIORITIES = ['NORMAL', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A value that a rule or the text of a complaint speaks for, and why. */
export interface Suggestion {
  readonly axis: string;
  readonly value: string;
  /** How sure, from 0 to 1; a rule is certain. */
  readonly score: number;
  readonly by: 'RULE' | 'TEXT';
  /** The condition that holds, or the words that speak for the value, the strongest first. */
  readonly because: readonly string[];
  /** Whether it is sure enough, and far enough ahead of any other value, to be taken without a person. */
  readonly confident: boolean;
}

/** The level that a matter has by what intake knows; the case keeps its own, with its history. */
export interface LevelPreview {
  readonly level: string;
  readonly track: 'NORMAL' | 'FAST_LANE' | 'EMERGENCY';
  readonly because: readonly string[];
}

/** What follows from a matter by its regulation. */
export interface Judgement {
  /** By axis; that of the category among them. */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly suggestions: readonly Suggestion[];
  readonly level?: LevelPreview;
}

/** The axis that every complaint has. */
export const CATEGORY_AXIS = 'category';

export const NO_JUDGEMENT: Judgement = { origins: {}, suggestions: [] };

/** Channels over which words come in writing. */
const WRITTEN: ReadonlySet<Channel> = new Set<Channel>([
  'LETTER',
  'EMAIL',
  'WEB_FORM',
  'MOBILE_APP',
  'SOCIAL_MEDIA',
  'SMS',
  'FAX',
  'CHAT',
  'LETTERBOX',
]);

/** Whether a complaint over a channel comes in writing, unless somebody knows better. */
export function isWritten(channel: Channel): boolean {
  return WRITTEN.has(channel);
}

/** A complaint of one person of whom nothing else is known. */
export function plainMatter(
  channel: Channel,
  complainantKind: ComplainantKind,
  itemType: ItemType = 'COMPLAINT',
): Matter {
  return {
    itemType,
    written: isWritten(channel),
    complainantKind,
    persons: 1,
    raised: 1,
    classification: {},
    assessment: {},
    card: {},
    sameWithinMonth: 1,
    repeat: false,
  };
}

/** The priority that the track of a level gives. */
export function priorityOf({ level }: Judgement): Priority {
  if (level?.track === 'EMERGENCY') return 'URGENT';
  return level?.track === 'FAST_LANE' ? 'HIGH' : 'NORMAL';
}

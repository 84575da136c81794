import type { Matter } from '@redress/contracts';

export type { Matter };

/** A matter of which nothing is known but that somebody complains. */
export const PLAIN_COMPLAINT: Matter = {
  itemType: 'COMPLAINT',
  written: false,
  complainantKind: 'CONSUMER',
  persons: 1,
  raised: 1,
  classification: {},
  assessment: {},
  card: {},
  sameWithinMonth: 1,
  repeat: false,
};

/** Whether it has to be decided; every other item is answered. */
export function isComplaint({ itemType }: Matter): boolean {
  return itemType === 'COMPLAINT';
}

import type { ItemType } from '@redress/contracts';
import { accept, refuse, type Outcome } from '@redress/kernel';
import { conditionHolds, type Regulation } from '@redress/regulations';
import type { Complaint } from '../model/complaint.model';
import { asItStands, type StatedMatter } from '../model/stated-matter.model';
import { itemProblems, type ItemRefusal } from '../model/item.rules';
import { factsOfMatter } from '../model/judge-matter.rules';

/** Into what an item is to be converted. */
export interface Conversion {
  readonly itemType: ItemType;
  readonly itemKind?: string;
}

export type ConversionRefusal = ItemRefusal | 'INTAKE_CONVERSION_NOT_ALLOWED';

/**
 * Decides whether an item may become another (IN-06): only where the text says into what, and, where it says on which
 * condition, only when that holds. Another kind within the same type is a correction and needs no such sentence.
 */
export function decideConversion(
  { itemType, itemKind }: Conversion,
  complaint: Complaint,
  regulation: Regulation,
  now: Date,
): Outcome<StatedMatter, ConversionRefusal> {
  const [problem, ...others] = itemProblems(regulation, itemType, itemKind);
  if (problem !== undefined) return refuse(problem, ...others);
  const current = asItStands(complaint);
  const facts = factsOfMatter(current.matter, current.category, { ...complaint, now });
  const possible = (regulation.itemTypes.find(({ type }) => type === current.matter.itemType)?.convertsTo ?? [])
    .filter(({ when }) => conditionHolds(regulation, when, facts))
    .map(({ type }) => type);
  const corrects = itemType === current.matter.itemType && itemKind !== current.matter.itemKind;
  if (!corrects && !possible.includes(itemType)) {
    return refuse({
      code: 'INTAKE_CONVERSION_NOT_ALLOWED',
      path: ['itemType'],
      facts: { from: current.matter.itemType, to: itemType },
      details: { allowed: possible, currentState: current.matter.itemType },
    });
  }
  const { itemKind: _, ...matter } = current.matter;
  return accept({
    ...current,
    matter: { ...matter, itemType, ...(itemKind === undefined ? {} : { itemKind }) },
    stated: new Set(['itemType', 'itemKind']),
  });
}

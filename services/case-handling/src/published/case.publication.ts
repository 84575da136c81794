import type { NewEvent } from '@redress/messaging';
import { definitionOf, type CaseFact } from '../case-facts.model';
import type { ComplaintCase } from '../complaint-case/model/case.model';

/** The contract event of a fact; `after` is the case after the whole course. */
export function publicationOf(after: ComplaintCase, fact: CaseFact): NewEvent {
  const { definition, data } = definitionOf(fact.type).publish(after, fact);
  return { definition, data };
}

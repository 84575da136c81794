import type { Capability } from '../../capability';
import { onCaseFactsTold } from './case-facts.consumer';
import { notesListFacts } from './note-list-facts.handler';

/** What lists of settlements are filtered by; stands after the files of the cases. */
export const SETTLEMENT_LISTS: Capability = {
  resolvers: [],
  compose: () => ({
    instances: [],
    handlers: { 'case-handling': onCaseFactsTold() },
    listeners: [notesListFacts],
  }),
};

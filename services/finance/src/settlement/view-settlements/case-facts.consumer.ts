import { caseAssigned, caseLevelChanged, caseOpened, caseReassessed, type EventDefinition } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import { noteCase } from './note-list-facts.handler';

/** Follows what changes in the file of a case; stands after those who keep the file. */
export function onCaseFactsTold(): EventHandlers {
  const following = (definition: EventDefinition): EventHandlers =>
    onEvent(definition, ({ data }, tx) => {
      noteCase(tx, (data as { readonly caseId: string }).caseId);
      return Promise.resolve();
    });
  return Object.assign(
    {},
    ...[caseOpened, caseReassessed, caseLevelChanged, caseAssigned].map(following),
  ) as EventHandlers;
}

import * as caseCourseEvents from './case-handling/case-course.events';
import * as caseEvents from './case-handling/case-events';
import * as extensionEvents from './case-handling/extension.events';
import * as furtherHandlingEvents from './case-handling/further-handling.events';
import * as overdueEvents from './case-handling/overdue.events';
import * as routingEvents from './case-handling/routing.events';
import * as actionEvents from './case-handling/action.events';
import * as archiveEvents from './case-handling/archive.events';
import * as emergencyEvents from './case-handling/emergency.events';
import * as followUpEvents from './case-handling/follow-up.events';
import * as repairEvents from './case-handling/repair.events';
import * as responsibilityEvents from './case-handling/responsibility.events';
import { regulationAdopted } from './case-handling/regulation-adopted.event';
import type { EventDefinition, Producer } from './event-definition';
import * as financeEvents from './finance/finance-events';
import { entryBooked } from './finance/ledger.events';
import * as returnEvents from './finance/return.events';
import * as periodEvents from './finance/period.events';
import { attachmentAdded } from './intake/attachment-added.event';
import { complaintAcknowledged } from './intake/complaint-acknowledged.event';
import { complaintMerged, complaintUnmerged } from './intake/complaint-merge.events';
import { complaintReassessed } from './intake/complaint-reassessed.event';
import { complaintRegistered } from './intake/complaint-registered.event';
import { customerErased } from './intake/customer-erased.event';
import * as frontLineEvents from './intake/front-line.events';
import { messageReceived } from './intake/message-received.event';
import { staffStandingChanged } from './case-handling/staff.events';

/** Every event of the system, ordered by type. */
export const EVENT_DEFINITIONS: readonly EventDefinition[] = [
  complaintRegistered,
  complaintReassessed,
  complaintMerged,
  complaintUnmerged,
  complaintAcknowledged,
  attachmentAdded,
  messageReceived,
  customerErased,
  entryBooked,
  regulationAdopted,
  ...Object.values(frontLineEvents),
  staffStandingChanged,
  ...Object.values(caseEvents),
  ...Object.values(caseCourseEvents),
  ...Object.values(furtherHandlingEvents),
  ...Object.values(overdueEvents),
  ...Object.values(extensionEvents),
  ...Object.values(routingEvents),
  ...Object.values(actionEvents),
  ...Object.values(archiveEvents),
  ...Object.values(emergencyEvents),
  ...Object.values(followUpEvents),
  ...Object.values(repairEvents),
  ...Object.values(responsibilityEvents),
  ...Object.values(financeEvents),
  ...Object.values(returnEvents),
  ...Object.values(periodEvents),
].sort((left, right) => (left.type < right.type ? -1 : 1));

/** The services that own a stream. */
export const PRODUCERS: readonly Producer[] = ['intake', 'case-handling', 'finance'];

const versionsByType = new Map<string, Map<number, EventDefinition>>();
for (const definition of EVENT_DEFINITIONS) {
  const versions = versionsByType.get(definition.type) ?? new Map<number, EventDefinition>();
  if (versions.has(definition.version)) throw new Error(`${definition.type} v${definition.version} is declared twice`);
  versions.set(definition.version, definition);
  versionsByType.set(definition.type, versions);
}

/** The definition of a type at a version, or which of the two is unknown here. */
export function findDefinition(
  type: string,
  version: number,
): EventDefinition | 'unknown-type' | 'unsupported-version' {
  const versions = versionsByType.get(type);
  if (versions === undefined) return 'unknown-type';
  return versions.get(version) ?? 'unsupported-version';
}

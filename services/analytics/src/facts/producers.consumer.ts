import {
  caseClosed,
  caseOpened,
  clockCompleted,
  complaintRegistered,
  consentRecorded,
  EVENT_DEFINITIONS,
  PRODUCERS,
  replySent,
  settlementCompleted,
  type EventEnvelope,
} from '@redress/contracts';
import { onEvent, type Consumption, type EventHandlers } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import { logChange } from '../changes';
import { projectClock } from './clock-facts.projection';
import {
  projectClosing,
  projectConsent,
  projectOpening,
  projectRegistration,
  projectReply,
} from './complaint-facts.projection';
import { projectSettlement } from './settlement-facts.projection';

const projections: EventHandlers = {
  ...onEvent(complaintRegistered, projectRegistration),
  ...onEvent(caseOpened, projectOpening),
  ...onEvent(clockCompleted, projectClock),
  ...onEvent(replySent, projectReply),
  ...onEvent(consentRecorded, projectConsent),
  ...onEvent(caseClosed, projectClosing),
  ...onEvent(settlementCompleted, projectSettlement),
};

/** Everything that is published goes into the change log; what the figures need goes into the facts as well. */
function loggedAndProjected(name: string) {
  const project = projections[name];
  return async (event: EventEnvelope<never>, tx: TenantTransaction): Promise<void> => {
    await logChange(name, event, tx);
    await project?.(event, tx);
  };
}

/** What analytics takes from each producer. */
export function consumptions(): readonly Consumption[] {
  return PRODUCERS.map((producer) => ({
    producer,
    handlers: Object.fromEntries(
      EVENT_DEFINITIONS.filter((definition) => definition.producer === producer).map(({ type }) => [
        type,
        loggedAndProjected(type),
      ]),
    ),
  }));
}

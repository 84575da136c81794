import {
  caseClosed,
  caseOpened,
  caseReopened,
  caseUnmerged,
  clockCompleted,
  clockDiscontinued,
  clockExtended,
  clockStarted,
  complaintReassessed,
  complaintRegistered,
  consentRecorded,
  EVENT_DEFINITIONS,
  PRODUCERS,
  replySent,
  roundStarted,
  settlementCompleted,
  type EventData,
  type EventDefinition,
  type EventEnvelope,
} from '@redress/contracts';
import type { Consumption } from '@redress/messaging';
import type { TenantTransaction } from '@redress/persistence';
import { logChange } from '../changes';
import { projectClock, projectClockEnd, projectClockStart, projectExtension } from './clock-facts.projection';
import {
  projectClosing,
  projectConsent,
  projectFurtherHandling,
  projectOpening,
  projectReassessment,
  projectRegistration,
  projectReopening,
  projectReply,
} from './complaint-facts.projection';
import { projectSettlement } from './settlement-facts.projection';

type Projection<Data = never> = (event: EventEnvelope<Data>, tx: TenantTransaction) => void | Promise<void>;

function projecting<Definition extends EventDefinition>(
  { type }: Definition,
  projection: Projection<EventData<Definition>>,
): Readonly<Record<string, Projection>> {
  return { [type]: projection };
}

const projections: Readonly<Record<string, Projection>> = {
  ...projecting(complaintRegistered, projectRegistration),
  ...projecting(complaintReassessed, projectReassessment),
  ...projecting(caseOpened, projectOpening),
  ...projecting(clockStarted, projectClockStart),
  ...projecting(clockCompleted, projectClock),
  ...projecting(clockDiscontinued, projectClockEnd),
  ...projecting(clockExtended, projectExtension),
  ...projecting(replySent, projectReply),
  ...projecting(consentRecorded, projectConsent),
  ...projecting(caseClosed, projectClosing),
  ...projecting(roundStarted, projectFurtherHandling),
  ...projecting(caseUnmerged, projectFurtherHandling),
  ...projecting(caseReopened, projectReopening),
  ...projecting(settlementCompleted, projectSettlement),
};

/** Everything that is published goes into the change log; what the figures need goes into the facts as well. */
function loggedAndProjected(name: string) {
  const project = projections[name];
  return async (event: EventEnvelope<never>, tx: TenantTransaction): Promise<void> => {
    logChange(name, event, tx);
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

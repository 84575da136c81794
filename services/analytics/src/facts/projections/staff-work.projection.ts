import {
  attachmentAdded,
  consentRecorded,
  EVENT_DEFINITIONS,
  messageReceived,
  repairConfirmed,
  type EventEnvelope,
} from '@redress/contracts';
import { staffWorkFact } from '../model/fact-tables.model';
import type { Projection } from '../model/projection.model';
import { at } from './values.model';

interface Act {
  readonly by?: unknown;
  readonly at?: unknown;
  readonly complaintId?: string;
  readonly openedBy?: string;
  readonly outcome?: string;
}

/** What complainants may do themselves; an event does not tell whether they did, so it counts for nobody. */
const OWN_ACTS: ReadonlySet<string> = new Set(
  [attachmentAdded, messageReceived, consentRecorded, repairConfirmed].map(({ type }) => type),
);

const mayBeOwn = ({ openedBy, outcome }: Act): boolean => openedBy === 'COMPLAINANT' || outcome === 'WITHDRAWN';

/** Who acted and when, unless a service did it by itself. */
function actOf({ data, time }: EventEnvelope): { readonly staff: string; readonly doneAt: Date } | undefined {
  const { by, at: when } = data as Act;
  if (typeof by !== 'string' || by.startsWith('system:') || mayBeOwn(data as Act)) return undefined;
  return { staff: by, doneAt: at(typeof when === 'string' ? when : time) };
}

/** Every event that a member of staff caused is an act of that person. */
export const staffWorkProjections: readonly Projection[] = EVENT_DEFINITIONS.filter(
  ({ type }) => !OWN_ACTS.has(type),
).map(({ type }) => ({
  type,
  needs: (event) => (actOf(event) === undefined ? [] : [{ table: staffWorkFact.name, owner: event.id }]),
  apply(event, facts) {
    const act = actOf(event);
    if (act === undefined) return;
    facts.change(staffWorkFact, {
      event_id: event.id,
      complaint_id: (event.data as Act).complaintId ?? null,
      staff: act.staff,
      work: type,
      done_at: act.doneAt,
    });
  },
}));

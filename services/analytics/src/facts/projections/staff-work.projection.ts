import { EVENT_DEFINITIONS, type EventEnvelope } from '@redress/contracts';
import { staffWorkFact } from '../model/fact-tables.model';
import type { Projection } from '../model/projection.model';
import { at } from './values.model';

interface Act {
  readonly by?: unknown;
  readonly at?: unknown;
  readonly complaintId?: string;
}

/** Who acted and when, unless a service did it by itself. */
function actOf({ data, time }: EventEnvelope): { readonly staff: string; readonly doneAt: Date } | undefined {
  const { by, at: when } = data as Act;
  if (typeof by !== 'string' || by.startsWith('system:')) return undefined;
  return { staff: by, doneAt: at(typeof when === 'string' ? when : time) };
}

/** Every event that a person caused is an act of that person. */
export const staffWorkProjections: readonly Projection[] = EVENT_DEFINITIONS.map(({ type }) => ({
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

import type { EventData, EventDefinition, EventEnvelope } from '@redress/contracts';
import type { FactTable } from './fact-table.model';
import type { FactName } from './fact-tables.model';
import type { FactSet, Need } from './fact-set.model';

/**
 * What one type of event does to the facts. It is a pure function of the rows that it names and of the event, and comes
 * to the same facts whatever the order in which events of *different* services arrive; events of one aggregate are in order.
 */
export interface Projection {
  readonly type: string;
  needs(event: EventEnvelope): readonly Need[];
  apply(event: EventEnvelope, facts: FactSet): void;
}

/** Declares what an event does to rows of the named tables that belong to its complaint, or to what `owner` says. */
export function projecting<Definition extends EventDefinition>(
  { type }: Definition,
  tables: readonly FactTable[],
  apply: (data: EventData<Definition>, facts: FactSet, event: EventEnvelope<EventData<Definition>>) => void,
  owner: (data: EventData<Definition>, event: EventEnvelope) => string = (data) =>
    (data as { complaintId: string }).complaintId,
): Projection {
  return {
    type,
    needs: (event) =>
      tables.map((table) => ({
        table: table.name as FactName,
        owner: owner(event.data as EventData<Definition>, event),
      })),
    apply: (event, facts) => {
      const known = event as EventEnvelope<EventData<Definition>>;
      apply(known.data, facts, known);
    },
  };
}

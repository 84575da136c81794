import type { TenantReader } from '@redress/persistence';
import { FactSet, type Need } from '../model/fact-set.model';
import type { FactsRepository } from '../model/facts.repository';
import type { Projection } from '../model/projection.model';
import type { PositionedEvent } from './journal.projection';

/** Projections by the type of their event. */
export type Projections = ReadonlyMap<string, readonly Projection[]>;

/** Rows that the projections of these events look at. */
export function needsOf(events: readonly PositionedEvent[], projections: Projections): readonly Need[] {
  return events.flatMap(({ name, event }) =>
    (projections.get(name) ?? []).flatMap((projection) => projection.needs(event)),
  );
}

/** Applies events to rows that are there, in the order of their positions. */
export function applyEvents(facts: FactSet, events: readonly PositionedEvent[], projections: Projections): void {
  for (const { name, event, position } of events) {
    facts.moveTo(position);
    for (const projection of projections.get(name) ?? []) projection.apply(event, facts);
  }
}

/** Applies events in the order of their positions to the facts of a generation, with one read a table. */
export async function foldEvents(
  reader: TenantReader,
  generation: number,
  events: readonly PositionedEvent[],
  { projections, facts: repository }: { readonly projections: Projections; readonly facts: FactsRepository },
): Promise<FactSet> {
  const facts = new FactSet();
  await repository.load(reader, generation, facts, needsOf(events, projections));
  applyEvents(facts, events, projections);
  return facts;
}

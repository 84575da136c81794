import type { TenantReader } from '@redress/persistence';
import { FactSet } from '../model/fact-set.model';
import type { FactsRepository } from '../model/facts.repository';
import type { Projection } from '../model/projection.model';
import type { PositionedEvent } from './journal.projection';

/** Projections by the type of their event. */
export type Projections = ReadonlyMap<string, readonly Projection[]>;

/** Applies events in the order of their positions to the facts of a generation, with one read a table. */
export async function foldEvents(
  reader: TenantReader,
  generation: number,
  events: readonly PositionedEvent[],
  { projections, facts: repository }: { readonly projections: Projections; readonly facts: FactsRepository },
): Promise<FactSet> {
  const facts = new FactSet();
  const work = events.flatMap(({ name, event, position }) =>
    (projections.get(name) ?? []).map((projection) => ({ projection, event, position })),
  );
  const needs = work.flatMap(({ projection, event }) => projection.needs(event));
  await repository.load(reader, generation, facts, needs);
  for (const { projection, event, position } of work) {
    facts.moveTo(position);
    projection.apply(event, facts);
  }
  return facts;
}

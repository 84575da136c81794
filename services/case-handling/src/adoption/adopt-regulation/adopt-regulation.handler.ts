import { accept, refuse, type Actor, type Clock } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { regulationAdoptedEvent } from '../../published/regulation-adopted.publication';
import type { AdoptionRefusalCode } from '../model/adoption.errors';
import type { AdoptionRepository } from '../model/adoption.repository';
import type { AdoptRegulation } from './adopt-regulation.command';
import { decideAdoption, notLater } from './adopt-regulation.decide';

export interface AdoptRegulationDependencies {
  readonly database: Database;
  readonly adoptions: AdoptionRepository;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Puts a regulation into force; intake hears of it by the event. */
export function adoptRegulation(
  { database, adoptions, clock, newId }: AdoptRegulationDependencies,
  actor: Actor,
  idempotencyKey: string,
  command: AdoptRegulation,
): Promise<CommandResult<{ readonly adoptionId: string }, AdoptionRefusalCode>> {
  const { tenantId, subject } = actor;
  return executeCommand(
    database,
    { tenantId, subject, operation: 'adoptRegulation', idempotencyKey, request: command },
    async (tx) => {
      const existing = await adoptions.all(tx, { fresh: true });
      const outcome = decideAdoption(command, existing, { id: newId(), now: clock.now(), by: subject });
      if (!outcome.ok) return outcome;
      const adoption = outcome.value;
      if (!(await adoptions.add(tx, adoption))) return refuse(notLater(adoption));
      await appendEvents(tx, { id: adoption.id, version: 1 }, [regulationAdoptedEvent(adoption)]);
      return accept({ adoptionId: adoption.id });
    },
  );
}

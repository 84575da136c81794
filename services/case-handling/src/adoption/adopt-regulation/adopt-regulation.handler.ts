import { accept, refuse, type Actor, type Clock } from '@redress/kernel';
import { appendEvents } from '@redress/messaging';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { regulationAdoptedEvent } from '../../published/regulation-adopted.publication';
import type { RegulationLibrary } from '../../regulation-drafts/model/regulation-library.repository';
import type { StaffRepository } from '../../staff/model/staff.repository';
import type { AdoptionRefusalCode } from '../model/adoption.errors';
import type { AdoptionRepository } from '../model/adoption.repository';
import { digestOfTerms } from '../sign-adoption/digest-of-terms';
import type { AdoptRegulation } from './adopt-regulation.command';
import { checkedTerms, decideAdoption, notLater } from './adopt-regulation.decide';

export interface AdoptRegulationDependencies {
  readonly database: Database;
  readonly adoptions: AdoptionRepository;
  readonly library: RegulationLibrary;
  readonly staff: Pick<StaffRepository, 'standingOf'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Puts a regulation into force; intake hears of it by the event. */
export function adoptRegulation(
  { database, adoptions, library, clock, newId }: AdoptRegulationDependencies,
  actor: Actor,
  idempotencyKey: string,
  command: AdoptRegulation,
): Promise<CommandResult<{ readonly adoptionId: string }, AdoptionRefusalCode>> {
  const { tenantId, subject } = actor;
  return executeCommand(
    database,
    { tenantId, subject, operation: 'adoptRegulation', idempotencyKey, request: command },
    async (tx) => {
      const published = await library.find(tx, command.regulationId, command.regulationVersion);
      const terms = checkedTerms(command, published);
      if (!terms.ok) return terms;
      if (published === undefined) throw new Error('terms of an unknown regulation were accepted');
      const existing = await adoptions.all(tx, { fresh: true });
      const signatures = await adoptions.signaturesUnder(tx, digestOfTerms(terms.value));
      const context = { id: newId(), now: clock.now(), by: subject };
      const outcome = decideAdoption(terms.value, published, existing, signatures, context);
      if (!outcome.ok) return outcome;
      const adoption = outcome.value;
      if (!(await adoptions.add(tx, adoption))) return refuse(notLater(adoption));
      await appendEvents(tx, { id: adoption.id, version: 1 }, [regulationAdoptedEvent(adoption)]);
      return accept({ adoptionId: adoption.id });
    },
  );
}

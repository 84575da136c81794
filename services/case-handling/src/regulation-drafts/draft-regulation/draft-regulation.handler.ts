import { accept, refuse, type Actor, type Clock, type Outcome } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database, type TenantTransaction } from '@redress/persistence';
import { findRegulation, readRegulation, type Regulation } from '@redress/regulations';
import type { DraftRefusalCode } from '../model/draft.errors';
import type { RegulationDraftRepository } from '../model/regulation-draft.repository';
import type { StaffRepository } from '../../staff/model/staff.repository';
import type { GapDecisionRepository } from '../model/gap-decision.repository';
import { mistakesIn } from './check-document';

export interface DraftDependencies {
  readonly database: Database;
  readonly drafts: RegulationDraftRepository;
  readonly gapDecisions: Pick<GapDecisionRepository, 'link'>;
  readonly staff: Pick<StaffRepository, 'standingOf'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

export interface DraftRegulation {
  /** The regulation as JSON text; not checked yet. */
  readonly content: string;
  /** Decisions on gaps that this text closes. */
  readonly gapDecisionIds: readonly string[];
  /** The draft that is written anew; absent for another one. */
  readonly rewrites?: { readonly draftId: string | undefined; readonly expectedVersion: number };
}

export type DraftResult = CommandResult<{ readonly draftId: string }, DraftRefusalCode>;

/** Stores a regulation that was found without a mistake; nothing of one that has a mistake. */
export function draftRegulation(
  { database, drafts, gapDecisions, clock, newId }: DraftDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: DraftRegulation,
): Promise<DraftResult> {
  const identity = { tenantId, subject, operation: 'draftRegulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const checked = checkedRegulation(command.content);
    if (!checked.ok) return checked;
    const text = { regulation: checked.value, draftedBy: subject, draftedAt: clock.now(), signatures: [] };
    if (command.rewrites === undefined) {
      const draft = { id: newId(), version: 1, ...text };
      await drafts.add(tx, draft);
      return linked(gapDecisions, tx, draft.id, command.gapDecisionIds);
    }
    const { draftId, expectedVersion } = command.rewrites;
    const found = draftId === undefined ? undefined : await drafts.find(tx, draftId);
    if (found === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'draftId'] });
    if (found.version !== expectedVersion) {
      return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: found.version } });
    }
    if (found.publication !== undefined) return refuse({ code: 'CASE_REGULATION_PUBLISHED' });
    await drafts.rewrite(tx, { ...found, ...text });
    return linked(gapDecisions, tx, found.id, command.gapDecisionIds);
  });
}

async function linked(
  gapDecisions: Pick<GapDecisionRepository, 'link'>,
  tx: TenantTransaction,
  draftId: string,
  gapDecisionIds: readonly string[],
): Promise<Outcome<{ readonly draftId: string }, DraftRefusalCode>> {
  const areKnown = await gapDecisions.link(tx, draftId, gapDecisionIds);
  return areKnown ? accept({ draftId }) : refuse({ code: 'NOT_FOUND', path: ['input', 'gapDecisionIds'] });
}

function checkedRegulation(content: string): Outcome<Regulation, DraftRefusalCode> {
  const [first, ...others] = mistakesIn(content);
  if (first !== undefined) return refuse(first, ...others);
  const regulation = readRegulation('draft', content);
  return findRegulation(regulation.id) === undefined
    ? accept(regulation)
    : refuse({
        code: 'CASE_REGULATION_NAME_TAKEN',
        path: ['input', 'document', 'id'],
        facts: { regulation: regulation.id },
      });
}

import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand } from '@redress/persistence';
import type { DraftDependencies, DraftResult } from '../draft-regulation/draft-regulation.handler';
import { missingSignatories } from '../model/regulation-draft.model';

export interface PublishRegulation {
  /** Absent when the caller gave an id that cannot be one. */
  readonly draftId: string | undefined;
  readonly expectedVersion: number;
  readonly effectiveFrom: Date;
}

/**
 * Makes the next version of a regulation out of a draft that everybody signed whom its text demands. It supersedes the
 * version before from its effective date on; what was received earlier stays under that one.
 */
export function publishRegulation(
  { database, drafts, clock }: DraftDependencies,
  { tenantId, subject }: Actor,
  idempotencyKey: string,
  command: PublishRegulation,
): Promise<DraftResult> {
  const identity = { tenantId, subject, operation: 'publishRegulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { draftId, expectedVersion, effectiveFrom } = command;
    const draft = draftId === undefined ? undefined : await drafts.find(tx, draftId);
    if (draft === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'draftId'] });
    if (draft.version !== expectedVersion) {
      return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: draft.version } });
    }
    if (draft.publication !== undefined) return refuse({ code: 'CASE_REGULATION_PUBLISHED' });
    const missing = missingSignatories(draft.regulation, draft.signatures);
    if (missing.length > 0) {
      return refuse({
        code: 'CASE_SIGNATURES_MISSING',
        facts: { signatories: missing.join(', ') },
        details: { allowed: missing },
      });
    }
    const last = (await drafts.publicationsOf(tx, draft.regulation.id)).at(-1);
    if (last !== undefined && effectiveFrom.getTime() <= last.effectiveFrom.getTime()) {
      const facts = { latest: last.effectiveFrom.toISOString() };
      return refuse({ code: 'CASE_REGULATION_NOT_LATER', path: ['input', 'effectiveFrom'], facts });
    }
    const publication = {
      version: (last?.version ?? 0) + 1,
      effectiveFrom,
      publishedBy: subject,
      publishedAt: clock.now(),
    };
    const isNew = await drafts.publish(tx, draft, publication);
    return isNew
      ? accept({ draftId: draft.id })
      : refuse({ code: 'VERSION_CONFLICT', retryable: true, details: { currentVersion: draft.version } });
  });
}

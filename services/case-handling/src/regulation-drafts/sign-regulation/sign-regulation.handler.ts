import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand } from '@redress/persistence';
import type { DraftDependencies, DraftResult } from '../draft-regulation/draft-regulation.handler';
import { mayNotSign } from '../model/signing.rules';

export interface SignRegulation {
  /** Absent when the caller gave an id that cannot be one. */
  readonly draftId: string | undefined;
  readonly expectedVersion: number;
  readonly signatory: string;
}

/** Signs a draft; who signed another text of it before signs again. */
export function signRegulation(
  { database, drafts, staff, clock }: DraftDependencies,
  { tenantId, subject, roles }: Actor,
  idempotencyKey: string,
  command: SignRegulation,
): Promise<DraftResult> {
  const identity = { tenantId, subject, operation: 'signRegulation', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { draftId, expectedVersion, signatory } = command;
    const draft = draftId === undefined ? undefined : await drafts.find(tx, draftId);
    if (draft === undefined) return refuse({ code: 'NOT_FOUND', path: ['input', 'draftId'] });
    if (draft.version !== expectedVersion) {
      return refuse({ code: 'VERSION_CONFLICT', details: { currentVersion: draft.version } });
    }
    if (draft.publication !== undefined) return refuse({ code: 'CASE_REGULATION_PUBLISHED' });
    const now = clock.now();
    const signer = { subject, roles, parties: (await staff.standingOf(tx, subject, now)).parties };
    const refusal = mayNotSign(draft.regulation, draft.signatures, signatory, signer);
    if (refusal !== undefined) return refuse(refusal);
    await drafts.sign(tx, draft, { signatory, signedBy: subject, signedAt: now });
    return accept({ draftId: draft.id });
  });
}

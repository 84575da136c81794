import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand, isDuplicateKey, type CommandResult } from '@redress/persistence';
import { mayNotSign } from '../../regulation-drafts/model/signing.rules';
import { partiesOf } from '../../staff/view-staff/parties-of.query';
import type { AdoptRegulation } from '../adopt-regulation/adopt-regulation.command';
import { checkedTerms } from '../adopt-regulation/adopt-regulation.decide';
import type { AdoptRegulationDependencies } from '../adopt-regulation/adopt-regulation.handler';
import type { AdoptionRefusalCode } from '../model/adoption.errors';
import { digestOfTerms } from '../model/adoption-terms.model';
import { readAdoptionSignatures } from './adoption-signatures.query';

export interface SignAdoption {
  readonly terms: AdoptRegulation;
  readonly signatory: string;
}

/** Signs the terms on which a regulation that ships is to be adopted; other values need other signatures. */
export function signAdoption(
  { database, library, clock, newId }: AdoptRegulationDependencies,
  { tenantId, subject, roles }: Actor,
  idempotencyKey: string,
  command: SignAdoption,
): Promise<CommandResult<{ readonly terms: string }, AdoptionRefusalCode>> {
  const identity = { tenantId, subject, operation: 'signAdoption', idempotencyKey, request: command };
  return executeCommand(database, identity, async (tx) => {
    const { terms, signatory } = command;
    const published = await library.find(tx, terms.regulationId, terms.regulationVersion);
    const checked = checkedTerms(terms, published);
    if (!checked.ok) return checked;
    if (published === undefined) throw new Error('terms of an unknown regulation were accepted');
    // An own regulation was signed before it was published, so that nothing is left to sign.
    const { changeControl: _, ...unsigned } = published.regulation;
    const regulation = published.own ? unsigned : published.regulation;
    const digest = digestOfTerms(checked.value);
    const signatures = (await readAdoptionSignatures(tx, [digest])).get(digest) ?? [];
    const now = clock.now();
    const refusal = mayNotSign(regulation, signatures, signatory, {
      ...{ subject, roles },
      parties: await partiesOf(tx, subject, now),
    });
    if (refusal !== undefined) return refuse(refusal);
    const signature = { signatory, signed_by: subject, signed_at: now };
    try {
      await tx.insertMany('adoption_signature', [{ id: newId(), terms: digest, ...signature }]);
    } catch (error) {
      if (isDuplicateKey(error, 'one_per_signatory') || isDuplicateKey(error, 'one_per_person')) {
        return refuse({ code: 'CASE_SIGNED_ALREADY', path: ['input', 'signatory'] });
      }
      throw error;
    }
    return accept({ terms: digest });
  });
}

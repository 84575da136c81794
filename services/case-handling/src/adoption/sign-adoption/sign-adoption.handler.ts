import { accept, refuse, type Actor } from '@redress/kernel';
import { executeCommand, type CommandResult } from '@redress/persistence';
import { mayNotSign } from '../../regulation-drafts/model/signing.rules';
import type { AdoptRegulation } from '../adopt-regulation/adopt-regulation.command';
import { checkedTerms } from '../adopt-regulation/adopt-regulation.decide';
import type { AdoptRegulationDependencies } from '../adopt-regulation/adopt-regulation.handler';
import type { AdoptionRefusalCode } from '../model/adoption.errors';
import { digestOfTerms } from './digest-of-terms';

export interface SignAdoption {
  readonly terms: AdoptRegulation;
  readonly signatory: string;
}

/** Signs the terms on which a regulation that ships is to be adopted; other values need other signatures. */
export function signAdoption(
  { database, adoptions, library, staff, clock, newId }: AdoptRegulationDependencies,
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
    const signatures = await adoptions.signaturesUnder(tx, digest);
    const now = clock.now();
    const refusal = mayNotSign(regulation, signatures, signatory, {
      ...{ subject, roles },
      parties: (await staff.standingOf(tx, subject, now)).parties,
    });
    if (refusal !== undefined) return refuse(refusal);
    const isNew = await adoptions.sign(tx, newId(), digest, { signatory, signedBy: subject, signedAt: now });
    return isNew ? accept({ terms: digest }) : refuse({ code: 'CASE_SIGNED_ALREADY', path: ['input', 'signatory'] });
  });
}

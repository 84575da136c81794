import { accept, refuse, type Outcome } from '@redress/kernel';
import type { EvidenceRefusal } from '../model/evidence.errors';
import { TEXT_LENGTH_AT_MOST, type Evidence } from '../model/evidence.model';

export interface Verdict {
  readonly subject: string;
  readonly expectedVersion: number;
  readonly accepted: boolean;
  readonly reason: string;
  readonly now: Date;
}

/** Somebody else than who attached it says, once, whether it is what it should be; a refusal says why. */
export function decideVerdict(
  evidence: Evidence,
  { subject, expectedVersion, accepted, reason, now }: Verdict,
): Outcome<Evidence, EvidenceRefusal> {
  const { state, version } = evidence;
  if (state === 'REQUESTED') return refuse({ code: 'FINANCE_EVIDENCE_NOT_GIVEN', details: { currentState: state } });
  if (state !== 'GIVEN') {
    const details = { currentState: state, currentVersion: version };
    return refuse({ code: 'FINANCE_EVIDENCE_VERIFIED_ALREADY', details });
  }
  if (version !== expectedVersion) {
    const [path, details] = [['input', 'expectedVersion'], { currentVersion: version }];
    return refuse({ code: 'VERSION_CONFLICT', path, retryable: true, facts: details, details });
  }
  if (evidence.addedBy === subject) return refuse({ code: 'FINANCE_EVIDENCE_OWN_WORK' });
  const text = reason.trim();
  if ((!accepted && text === '') || text.length > TEXT_LENGTH_AT_MOST) {
    return refuse({ code: 'FINANCE_EVIDENCE_REASON_REQUIRED', path: ['input', 'reason'] });
  }
  return accept({
    ...evidence,
    ...{ state: accepted ? 'ACCEPTED' : 'REFUSED', verifiedBy: subject, verifiedAt: now, version: version + 1 },
    ...(text === '' ? {} : { reason: text }),
  });
}

import { hasRole, type Refusal, type Role } from '@redress/kernel';
import type { AuthorityQuestion } from './authority-question.model';
import {
  exceedsAuthority,
  isAuthorised,
  isCovered,
  lacksApproval,
  missingApprovals,
  type AuthorityRefusal,
} from './authority.rules';
import { holds, reachingHolders, takesPart } from './matrix.model';
import type { Holder, Signatory } from './signatory.model';

/** Roles that release money where the matrix does not say more. */
const RELEASING: readonly Role[] = ['finance', 'manager'];
const FINANCE: Holder = { holder: 'finance', role: 'finance' };

/** What an approval by a person comes to. */
export type Ruling =
  | { readonly kind: 'RELEASES' }
  /** The signature counts, and others have to follow. */
  | { readonly kind: 'SIGNS'; readonly as: Holder }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal<AuthorityRefusal> };

/** Rules on an approval. What the person signs for is either enough, or something that was missing, or nothing. */
export function rulingOn(question: AuthorityQuestion, person: Signatory): Ruling {
  const covered = isCovered(question, person);
  const lacking = lacksApproval(question, person);
  if (covered && lacking === undefined) return { kind: 'RELEASES' };
  if (approvesInstrument(question, person)) return { kind: 'SIGNS', as: capacityOf(question, person) };
  return { kind: 'REFUSED', refusal: covered && lacking !== undefined ? lacking : exceedsAuthority(question, person) };
}

/** Whether the regulation asks for this very signature, and nobody gave it yet. */
function approvesInstrument(question: AuthorityQuestion, person: Signatory): boolean {
  return missingApprovals(question).length > missingApprovals(question, person).length;
}

/** Whether somebody takes part in deciding at all: by role, or because the regulation names them. */
export function isEntitled({ binding }: Pick<AuthorityQuestion, 'binding'>, person: Signatory): boolean {
  return (
    person.roles.some((role) => RELEASING.includes(role)) || takesPart(binding).some((holder) => holds(person, holder))
  );
}

/** For whose signature a settlement waits; nobody's where no limit reaches it. */
export function awaitedOf(question: AuthorityQuestion): Holder | undefined {
  const [approvers] = missingApprovals(question);
  if (approvers !== undefined) return approvers[0];
  if (isAuthorised(question)) return FINANCE;
  return reachingHolders(question)[0];
}

/** As which of the regulation's holders a person signs: the one that matters most. */
export function capacityOf(question: AuthorityQuestion, person: Signatory): Holder {
  const { binding } = question;
  const candidates = [...missingApprovals(question).flat(), ...reachingHolders(question), ...takesPart(binding)];
  const held = candidates.find((holder) => holds(person, holder));
  if (held !== undefined) return { holder: held.holder, role: held.role };
  return hasRole({ ...person, tenantId: '' }, 'finance') ? FINANCE : { holder: 'manager', role: 'manager' };
}

/** The absent colleague to whom the person owes what they sign as, if it is not their own. */
export function onBehalfOf({ standsInFor = [] }: Signatory, { holder }: Holder): string | undefined {
  return standsInFor.find(({ parties }) => parties.includes(holder))?.subject;
}

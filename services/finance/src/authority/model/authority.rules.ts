import { money, type Money, type Refusal } from '@redress/kernel';
import { mayDecide } from '@redress/regulations';
import type { AuthorityQuestion } from './authority-question.model';
import {
  approversOf,
  highestLimit,
  holds,
  isNamed,
  leftUnder,
  matrixOf,
  reachingHolders,
  roleOfHolder,
  rulesFinance,
  validRows,
} from './matrix.model';
import type { Holder, Signatory } from './signatory.model';

/** Why somebody may not release money. Stable and public. */
export type AuthorityRefusal =
  'FINANCE_EXCEEDS_AUTHORITY' | 'FINANCE_SPLIT_EXCEEDS_AUTHORITY' | 'FINANCE_APPROVAL_MISSING';

/** Whether the matrix lets the person decide the sum of the harm. One's own proposal nobody decides. */
export function hasAuthority(question: AuthorityQuestion, person: Signatory): boolean {
  return ruledByMatrix(question, person).ok;
}

/** The approvals of instruments that nobody has given yet, each with those who may; `person` signs as well, if given. */
export function missingApprovals(question: AuthorityQuestion, person?: Signatory): readonly (readonly Holder[])[] {
  const { binding, endorsements, instruments } = question;
  const signed = [...signaturesOf(question), ...endorsements, ...(person === undefined ? [] : [person])];
  return instruments
    .map((instrument) => approversOf(binding, instrument))
    .filter((approvers) => approvers.length > 0)
    .filter((approvers) => !signed.some((each) => approvers.some((holder) => holds(each, holder))));
}

/**
 * Whether money may be released when the person asks for it: the person has the authority for it, or somebody endorsed it
 * who has. Finance, where the matrix does not speak of it, releases what others had the authority to decide.
 */
export function isCovered(question: AuthorityQuestion, person: Signatory): boolean {
  const { binding } = question;
  if (isEndorsed(question)) return true;
  if (isNamed(binding, person)) return hasAuthority(question, person);
  return releasesOnly(question, person) && isDecidedByResolution(question);
}

/** Whether the sum is decided already, so that it only has to be released. */
export function isAuthorised(question: AuthorityQuestion): boolean {
  return isEndorsed(question) || (!rulesFinance(question.binding) && isDecidedByResolution(question));
}

/** Why the person may not release it, with what is left of the limit that counts and with those who may. */
export function exceedsAuthority(question: AuthorityQuestion, person: Signatory): Refusal<AuthorityRefusal> {
  const { amount, granted } = question;
  const limit = limitFor(question, person);
  const split = limit !== null && amount.amountMinor <= limit && grantedIn(amount.currency, granted) > 0n;
  const others = reachingHolders(question).map(({ holder }) => holder);
  return {
    code: split ? 'FINANCE_SPLIT_EXCEEDS_AUTHORITY' : 'FINANCE_EXCEEDS_AUTHORITY',
    path: ['input', 'settlementId'],
    details: {
      maximum: leftUnder(limit, question) ?? money(0n, amount.currency),
      allowed: isAuthorised(question) ? ['finance', ...others] : others,
    },
  };
}

/** Signatures that the regulation asks for besides are not there yet. */
export function lacksApproval(question: AuthorityQuestion, person: Signatory): Refusal<AuthorityRefusal> | undefined {
  const [missing] = missingApprovals(question, person);
  if (missing === undefined) return undefined;
  const allowed = missing.map(({ holder }) => holder);
  return { code: 'FINANCE_APPROVAL_MISSING', path: ['input', 'settlementId'], details: { allowed } };
}

/** Endorsed by somebody with the authority for it; without a matrix nobody needs one. */
function isEndorsed(question: AuthorityQuestion): boolean {
  const { binding, endorsements } = question;
  return matrixOf(binding).length === 0 || endorsements.some((each) => hasAuthority(question, each));
}

/** Whether the approver of the resolution had the authority for all that is granted for the harm. */
export function isDecidedByResolution(question: AuthorityQuestion): boolean {
  if (question.resolution.holders !== undefined) {
    return signaturesOf(question).some((each) => hasAuthority(question, each));
  }
  const { amount, granted } = question;
  const limit = limitOfResolution(question);
  return limit === null || amount.amountMinor + grantedIn(amount.currency, granted) <= limit;
}

function releasesOnly({ binding }: AuthorityQuestion, person: Signatory): boolean {
  return person.roles.includes('finance') && !rulesFinance(binding);
}

/** The limit that binds the person: the own one, or for who only releases that of the resolution's approver. */
function limitFor(question: AuthorityQuestion, person: Signatory): bigint | null {
  if (isNamed(question.binding, person)) return limitOf(question, person);
  return releasesOnly(question, person) ? limitOfResolution(question) : 0n;
}

/**
 * The limit of the resolution’s approver. Where it is not known as whom it was approved, it counts as approved by the
 * lowest who could have done it.
 */
export function limitOfResolution(question: AuthorityQuestion): bigint | null {
  const { resolution, amount, binding, facts } = question;
  const [signature] = signaturesOf(question);
  if (signature !== undefined) return limitOf(question, signature);
  const sum = resolution.sums.find(({ currency }) => currency === amount.currency) ?? amount;
  const [lowest] = reachingHolders({ ...question, amount: sum, granted: [] });
  if (lowest === undefined) return 0n;
  const rows = validRows(binding, facts).filter(({ holder }) => holder === lowest.holder);
  return highestLimit(rows, amount.currency);
}

function limitOf({ binding, facts, amount }: AuthorityQuestion, person: Signatory): bigint | null {
  const rows = validRows(binding, facts).filter((row) => holds(person, row));
  return highestLimit(rows, amount.currency);
}

function ruledByMatrix({ binding, amount, granted, facts, resolution }: AuthorityQuestion, person: Signatory) {
  return mayDecide(binding.regulation, binding.settings, {
    subject: person.subject,
    roles: person.roles,
    parties: person.parties,
    // The approver of a resolution is another person than its proposer already.
    proposedBy: resolution.proposedBy,
    amounts: [amount],
    linkedAmounts: granted,
    facts,
  });
}

/** The approval of the resolution as a signature, where it is known as whom it was given. */
function signaturesOf({ binding, resolution: { approvedBy, holders = [] } }: AuthorityQuestion): readonly Signatory[] {
  if (holders.length === 0) return [];
  const roles = holders.flatMap((holder) => roleOfHolder(binding, holder) ?? []);
  return [{ subject: approvedBy, roles, parties: holders }];
}

/** What was granted before in a currency. */
export function grantedIn(currency: string, granted: readonly Money[]): bigint {
  return granted.reduce((sum, each) => (each.currency === currency ? sum + each.amountMinor : sum), 0n);
}

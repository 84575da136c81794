import type { Money } from '@redress/kernel';
import type { AuthorityRow } from '@redress/regulations';
import type { AuthorityQuestion } from './authority-question.model';
import { grantedIn, isAuthorised, isDecidedByResolution, limitOfResolution } from './authority.rules';
import { approversOf, highestLimit, leftUnder, matrixOf, rulesFinance, validRows } from './matrix.model';
import type { Holder } from './signatory.model';

/** Why a holder could decide, or could not. */
export type AuthorityReason =
  | 'REACHES'
  | 'WITHOUT_LIMIT'
  | 'RESOLUTION_DECIDED'
  | 'LIMIT_TOO_LOW'
  | 'SPLIT'
  | 'CONDITION_NOT_MET'
  | 'OTHER_CURRENCY'
  | 'APPROVES_INSTRUMENT'
  | 'NO_MATRIX';

/** Whether a holder's authority reaches a settlement. */
export interface HolderAnswer extends Holder {
  /** Absent without a limit, and where none holds. */
  readonly limit?: Money;
  readonly left?: Money;
  readonly reaches: boolean;
  readonly because: AuthorityReason;
}

/** Who decides where no regulation says anything. */
export const WITHOUT_MATRIX: readonly HolderAnswer[] = (['finance', 'manager'] as const).map((role) => {
  return { holder: role, role, reaches: true, because: 'NO_MATRIX' };
});

/** Every holder of the matrix, finance where it only releases, and those whose signature an instrument needs. */
export function whoMayApprove(question: AuthorityQuestion): readonly HolderAnswer[] {
  const { binding, instruments } = question;
  const rows = matrixOf(binding);
  if (rows.length === 0) return [...WITHOUT_MATRIX, ...approversAnswers(question, WITHOUT_MATRIX)];
  const holders = new Map(rows.map(({ holder, role }) => [holder, role]));
  const ofMatrix = [...holders].map(([holder, role]) => answerFor(question, { holder, role }));
  const finance = rulesFinance(binding) ? [] : [financeReleases(question)];
  const all = [...finance, ...ofMatrix];
  return instruments.length === 0 ? all : [...all, ...approversAnswers(question, all)];
}

function approversAnswers(
  { binding, instruments }: AuthorityQuestion,
  known: readonly Holder[],
): readonly HolderAnswer[] {
  const approvers = new Map(
    instruments.flatMap((instrument) => approversOf(binding, instrument)).map(({ holder, role }) => [holder, role]),
  );
  return [...approvers]
    .filter(([holder]) => known.every((each) => each.holder !== holder))
    .map(([holder, role]) => ({ holder, role, reaches: false, because: 'APPROVES_INSTRUMENT' }));
}

function answerFor(question: AuthorityQuestion, holder: Holder): HolderAnswer {
  const { binding, facts, amount } = question;
  const own = ({ holder: of }: AuthorityRow): boolean => of === holder.holder;
  const rows = validRows(binding, facts).filter(own);
  if (rows.length === 0) return { ...holder, reaches: false, because: 'CONDITION_NOT_MET' };
  if (rows.every(({ currency }) => currency !== amount.currency)) {
    return { ...holder, reaches: false, because: 'OTHER_CURRENCY' };
  }
  return { ...holder, ...measured(question, highestLimit(rows, amount.currency)) };
}

function financeReleases(question: AuthorityQuestion): HolderAnswer {
  const finance = { holder: 'finance', role: 'finance' } as const;
  if (isDecidedByResolution(question)) return { ...finance, reaches: true, because: 'RESOLUTION_DECIDED' };
  if (isAuthorised(question)) return { ...finance, reaches: true, because: 'REACHES' };
  return { ...finance, ...measured(question, limitOfResolution(question)) };
}

function measured(question: AuthorityQuestion, limit: bigint | null): Omit<HolderAnswer, keyof Holder> {
  const { amount, granted } = question;
  const left = leftUnder(limit, question);
  if (limit === null || left === undefined) return { reaches: true, because: 'WITHOUT_LIMIT' };
  const total = amount.amountMinor + grantedIn(amount.currency, granted);
  const known = { limit: { amountMinor: limit, currency: amount.currency }, left };
  if (total <= limit) return { ...known, reaches: true, because: 'REACHES' };
  return { ...known, reaches: false, because: amount.amountMinor <= limit ? 'SPLIT' : 'LIMIT_TOO_LOW' };
}

import type { RemedyKind } from '@redress/contracts';
import { ROLES, type Money, type Role } from '@redress/kernel';
import { authorityOf, conditionHolds, whoMay, type AuthorityRow } from '@redress/regulations';
import type { BindingRegulation } from '../../case-file/model/binding-regulation.model';
import type { AuthorityQuestion } from './authority-question.model';
import type { Holder, Signatory } from './signatory.model';

/** The rows of the text and of the organisation itself. */
export function matrixOf({ regulation, settings }: BindingRegulation): readonly AuthorityRow[] {
  return authorityOf(regulation, settings);
}

/** Whether the person holds what a row is given to: the role, or an appointment to the party and the party's role. */
export function holds({ roles, parties }: Pick<Signatory, 'roles' | 'parties'>, { holder, role }: Holder): boolean {
  return roles.includes(role) && (holder === role || parties.includes(holder));
}

/** Whether the matrix gives the person any authority at all, under whatever condition and in whatever currency. */
export function isNamed(binding: BindingRegulation, person: Pick<Signatory, 'roles' | 'parties'>): boolean {
  return matrixOf(binding).some((row) => holds(person, row));
}

/** Whether the matrix says what finance may release; otherwise finance releases what others decided. */
export function rulesFinance(binding: BindingRegulation): boolean {
  return matrixOf(binding).some(({ role }) => role === 'finance');
}

/** Who must have signed for an instrument besides, any one of them; empty where the regulation asks for nobody. */
export function approversOf(binding: BindingRegulation, instrument: RemedyKind): readonly Holder[] {
  const named = binding.regulation.remedies.find(({ remedy }) => remedy === instrument)?.approvers ?? [];
  return named.flatMap((holder) => {
    const role = roleOfHolder(binding, holder);
    return role === undefined ? [] : [{ holder, role }];
  });
}

/** Everybody whom the regulation lets take part in deciding on money. */
export function takesPart(binding: BindingRegulation): readonly Holder[] {
  const approvers = binding.regulation.remedies.flatMap(({ remedy }) => approversOf(binding, remedy));
  return [...matrixOf(binding), ...approvers];
}

/** Those whose limit reaches what the harm comes to, lowest limit first. */
export function reachingHolders({ binding, amount, granted, facts }: AuthorityQuestion): readonly Holder[] {
  const reaching = whoMay(binding.regulation, binding.settings, { amounts: [amount], linkedAmounts: granted, facts });
  const limit = ({ holder }: Holder): bigint | null =>
    highestLimit(
      validRows(binding, facts).filter((row) => row.holder === holder),
      amount.currency,
    );
  return reaching
    .map((holder) => ({ holder, limit: limit(holder) }))
    .sort((one, other) => compared(one.limit, other.limit))
    .map(({ holder: { holder, role } }) => ({ holder, role }));
}

/** The rows whose condition holds. */
export function validRows(binding: BindingRegulation, facts: AuthorityQuestion['facts']): readonly AuthorityRow[] {
  return matrixOf(binding).filter(({ when }) => conditionHolds(binding.regulation, when, facts));
}

/** The most that the rows give in a currency; null is without limit, zero where there is no row. */
export function highestLimit(rows: readonly AuthorityRow[], currency: string): bigint | null {
  const limits = rows.filter((row) => row.currency === currency).map(({ maximumMinor }) => maximumMinor);
  if (limits.includes(null)) return null;
  return limits.reduce<bigint>((most, each) => (each !== null && each > most ? each : most), 0n);
}

/** A holder's own role, or that of its party; undefined for what the regulation does not declare. */
export function roleOfHolder({ regulation }: BindingRegulation, holder: string): Role | undefined {
  return ROLES.find((role) => role === holder) ?? regulation.parties.find(({ party }) => party === holder)?.role;
}

/** The name of a holder in both languages; roles are known to every client. */
export function labelOf({ regulation }: BindingRegulation, holder: string): { zh: string; en: string } | undefined {
  return regulation.parties.find(({ party }) => party === holder)?.label;
}

/** What is still free under a limit after what was granted. */
export function leftUnder(limit: bigint | null, { amount, granted }: AuthorityQuestion): Money | undefined {
  if (limit === null) return undefined;
  const used = granted.reduce((sum, each) => (each.currency === amount.currency ? sum + each.amountMinor : sum), 0n);
  return { amountMinor: used > limit ? 0n : limit - used, currency: amount.currency };
}

function compared(one: bigint | null, other: bigint | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

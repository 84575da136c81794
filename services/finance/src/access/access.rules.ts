import { hasRole, STAFF_ROLES, type Actor, type Role } from '@redress/kernel';

/** Who acts on money. */
export const DECIDERS: readonly Role[] = ['finance', 'manager'];
/** Who sets budgets. */
export const BUDGET_SETTERS: readonly Role[] = ['manager', 'admin'];
/** Who registers orders. */
export const PURCHASE_REGISTRARS: readonly Role[] = ['agent', 'finance', 'admin'];
/** Who reads the books. */
export const BOOK_READERS: readonly Role[] = ['finance', 'manager', 'auditor', 'admin'];
/** Who closes the months of the books. */
export const PERIOD_CLOSERS: readonly Role[] = ['finance', 'manager'];
/** Who opens them again. */
export const PERIOD_OPENERS: readonly Role[] = ['manager', 'admin'];
/** Who signs papers and hands copies out, each in the places that are theirs. */
export const PAPER_SIGNERS: readonly Role[] = ['agent', 'handler', 'supervisor', 'finance', 'manager', 'admin'];
/** Who attaches evidence: staff for every settlement, a customer for the own ones. */
export const EVIDENCE_GIVERS: readonly Role[] = ['agent', 'handler', 'supervisor', 'finance', 'manager', 'customer'];
/** Who says whether evidence is what it should be. */
export const EVIDENCE_VERIFIERS: readonly Role[] = ['finance', 'manager'];
/** Who signs for goods that come back, and looks at them. */
export const GOODS_RECEIVERS: readonly Role[] = ['handler', 'finance', 'admin'];
/** Who approves penalties: the general manager. */
export const PENALTY_APPROVERS: readonly Role[] = ['manager'];
/** Who hands out codes of vouchers, and takes vouchers for purchases. */
export const VOUCHER_TAKERS: readonly Role[] = ['agent', 'finance', 'manager'];
/** Who orders of departments what they do for complainants, and says that it is done. */
export const FULFILMENT_ORDERERS: readonly Role[] = ['handler', 'supervisor', 'finance', 'manager'];
/** Who reads settlements: staff all of their organisation, a customer the own ones. */
export const SETTLEMENT_READERS: readonly Role[] = [...STAFF_ROLES, 'customer'];

/** Whose settlements a person may see. */
export type Visibility =
  | { readonly kind: 'organisation' }
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'nothing' };

/** Staff see their organisation, a customer the own settlements, and nobody else anything. */
export function visibilityOf(person: Actor & { readonly customerId?: string }): Visibility {
  if (isStaff(person)) return { kind: 'organisation' };
  if (!hasRole(person, 'customer') || person.customerId === undefined) return { kind: 'nothing' };
  return { kind: 'customer', customerId: person.customerId };
}

/** Whether the person works for the organisation. */
export function isStaff(person: Actor): boolean {
  return hasRole(person, ...STAFF_ROLES);
}

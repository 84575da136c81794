import type { RemedyKind } from '@redress/contracts';
import { addMoney, type Money } from '@redress/kernel';
import type { Account } from '../../ledger/model/account.model';

/** The kind of remedy that carries the money. */
export type Instrument = RemedyKind;

export interface OrderLineReference {
  readonly orderNumber: string;
  readonly lineNumber: number;
}

/** What a part is about: a line, a charge of a line, or a charge of the whole order. */
export interface PartSubject {
  readonly orderNumber: string;
  readonly lineNumber?: number;
  /** Code of a tax, a fee or the shipping. */
  readonly charge?: string;
}

/** What a part took from one ceiling. */
export interface Draw {
  readonly ceilingId: string;
  readonly amountMinor: bigint;
  /** How much of the line comes back, as a plain decimal, where the part is a return. */
  readonly quantity?: string;
}

/** One piece of a settlement. */
export interface SettlementPart {
  /** From 1. */
  readonly part: number;
  readonly instrument: Instrument;
  readonly amount: Money;
  readonly subject?: PartSubject;
  /** How much of the line it is about, as a plain decimal. */
  readonly quantity?: string;
  /** Who is paid: the customer, or somebody else by an identifier. */
  readonly payee: string;
  /** What it drew on its ceilings; empty when the settlement was refused. */
  readonly draws: readonly Draw[];
}

/** The account that bears what an instrument gives away; absent for remedies that never carry money. */
export const EXPENSE_ACCOUNT: Readonly<Partial<Record<Instrument, Account>>> = {
  REFUND: 'SALES_RETURNS',
  RETURN: 'SALES_RETURNS',
  AGREEMENT_SURRENDER: 'SALES_RETURNS',
  EXCHANGE: 'SALES_RETURNS',
  PRICE_REDUCTION: 'SALES_ALLOWANCES',
  ALLOWANCE: 'SALES_ALLOWANCES',
  REPAIR: 'COMPENSATION_EXPENSE',
  COMPENSATION: 'COMPENSATION_EXPENSE',
  GOODWILL: 'GOODWILL_EXPENSE',
  STORE_CREDIT: 'GOODWILL_EXPENSE',
};

/** The account that bears an instrument. Throws for a remedy without money, which is never drawn up. */
export function expenseAccountOf(instrument: Instrument): Account {
  const account = EXPENSE_ACCOUNT[instrument];
  if (account === undefined) throw new Error(`${instrument} carries no money`);
  return account;
}

/** What the parts come to together. Throws for none, and for parts in several currencies. */
export function sumOfParts(parts: readonly { readonly amount: Money }[]): Money {
  const [first, ...others] = parts.map(({ amount }) => amount);
  if (first === undefined) throw new RangeError('a settlement has at least one part');
  return others.reduce(addMoney, first);
}

/** Instruments that are given without owing them: they draw on goodwill budgets unless they name a line. */
export const GOODWILL_INSTRUMENTS: readonly Instrument[] = ['GOODWILL', 'STORE_CREDIT'];

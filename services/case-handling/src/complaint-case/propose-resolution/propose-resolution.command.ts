import type { RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { OrderLine } from '../model/case.model';

/** A remedy as a handler proposes it. */
export interface ProposedRemedy {
  readonly kind: RemedyKind;
  readonly orderLine?: OrderLine;
  readonly amount?: Money;
  readonly note?: string;
}

/** What a handler suggests to give. */
export interface ProposeResolution {
  readonly text: string;
  readonly remedies: readonly ProposedRemedy[];
}

import type { RemedyKind } from '@redress/contracts';
import type { Money } from '@redress/kernel';
import type { OrderLine } from '../model/case.model';
import type { RemedyPart } from '../model/remedy-part.model';

/** A remedy as a handler proposes it. */
export interface ProposedRemedy {
  readonly kind: RemedyKind;
  readonly orderLine?: OrderLine;
  readonly amount?: Money;
  /** What the amount is made up of; they come to it. */
  readonly parts?: readonly RemedyPart[];
  readonly note?: string;
}

/** What a handler suggests to give. */
export interface ProposeResolution {
  readonly text: string;
  readonly remedies: readonly ProposedRemedy[];
}

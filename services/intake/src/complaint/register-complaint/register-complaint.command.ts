import type { Channel, ItemType } from '@redress/contracts';
import type { CustomerReference } from '../../customer/model/customer.model';
import type { StatedFact } from '../model/fact-values.rules';
import type { RecordCard } from '../model/record-card.rules';

/** A complaint as it comes in over any channel. */
export interface RegisterComplaint extends RecordCard {
  readonly channel: Channel;
  /** May be left to the rules of the regulation, or to the text where that is clear. */
  readonly categoryCode?: string;
  readonly customer: CustomerReference;
  readonly text: string;
  /** When it was received, if that was before now; only staff may say so. */
  readonly receivedAt?: Date;
  readonly itemType?: ItemType;
  readonly itemKind?: string;
  /** Whether it came in writing, where the channel does not tell; only staff may say so. */
  readonly written?: boolean;
  /** How many complain together. */
  readonly persons?: number;
  /** How often the complainant has brought it forward; only staff may say so. */
  readonly raised?: number;
  /** Fields of the record card of the regulation. */
  readonly card?: readonly StatedFact[];
  /** What is judged of it; only staff may say so. */
  readonly assessment?: readonly StatedFact[];
  /** Values on axes other than the category; only staff may say so. */
  readonly classification?: readonly { readonly axis: string; readonly value: string }[];
}

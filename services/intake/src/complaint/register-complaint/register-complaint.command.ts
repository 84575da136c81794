import type { Channel } from '@redress/contracts';
import type { CustomerReference } from '../../customer/model/customer.model';
import type { RecordCard } from '../model/record-card.rules';

/** A complaint as it comes in over any channel. */
export interface RegisterComplaint extends RecordCard {
  readonly channel: Channel;
  readonly categoryCode: string;
  readonly customer: CustomerReference;
  readonly text: string;
  /** When it was received, if that was before now; only staff may say so. */
  readonly receivedAt?: Date;
}

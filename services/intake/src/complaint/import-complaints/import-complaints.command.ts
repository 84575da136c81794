import type { Channel } from '@redress/contracts';
import type { CustomerReference } from '../../customer/model/customer.model';
import type { History } from '../model/complaint.model';
import type { RecordCard } from '../model/record-card.rules';

/** How many rows one command may carry. */
export const IMPORT_ROWS_AT_MOST = 500;

/** Complaints of one source that are taken over; a row that is there already is left as it is. */
export interface ImportComplaints {
  /** Short name of the system or file that they come from. */
  readonly source: string;
  readonly rows: readonly ImportRow[];
}

/** One complaint of a file that is taken over. */
export interface ImportRow extends RecordCard {
  readonly externalId: string;
  readonly receivedAt: Date;
  readonly channel: Channel;
  /** Code or label of the category; one that is not known yet is entered. */
  readonly category: string;
  /** Absent for a file without people: its complaints then belong to one nameless customer of the source. */
  readonly customer?: Omit<CustomerReference, 'id'>;
  /** Present when the complaint was handled elsewhere before. */
  readonly history?: History;
}

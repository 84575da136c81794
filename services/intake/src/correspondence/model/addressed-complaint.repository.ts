import type { Channel } from '@redress/contracts';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Identity } from '../../customer/model/customer.model';
import type { SubjectKey } from '../../personal-data/subject-key';

/** A complaint as correspondence sees it, with who is written to. */
export interface AddressedComplaint {
  readonly id: string;
  readonly customerId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly receivedAt: Date;
  readonly preferredLanguage: string | undefined;
  /** Absent when the complainant's data was erased. */
  readonly addressee: { readonly identity: Identity; readonly key: SubjectKey } | undefined;
}

/** The complaints of an organisation, for those who write to complainants or hear from them. */
export interface AddressedComplaints {
  find(reader: TenantReader, complaintId: string): Promise<AddressedComplaint | undefined>;
  /** The complaint of the first of these letters that exists. */
  ofLetters(reader: TenantReader, letterIds: readonly string[]): Promise<string | undefined>;
  /** The complaint with one of these numbers; `undefined` when there is none, or more than one. */
  ofNumbers(reader: TenantReader, numbers: readonly string[]): Promise<string | undefined>;
  /** Locks the complaint, whose row orders what happens to it, and answers its version. */
  lock(tx: TenantTransaction, complaintId: string): Promise<number | undefined>;
  /** Counts a change of a locked complaint; answers its version after that, the version of the one event to append. */
  countChange(tx: TenantTransaction, complaintId: string, version: number): Promise<number>;
}

import type { NewEvent } from '@redress/messaging';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SubjectKey } from '../../personal-data/subject-key';
import type { FactValues } from './fact-values.rules';
import type { Complaint, TakenNumber } from './complaint.model';

/** A complaint to be entered, with its text and the key of the complainant under which the text is sealed. */
export interface RegisterEntry {
  readonly complaint: Complaint;
  readonly text: string | undefined;
  /** Personal fields of the record card, sealed as the text is. */
  readonly personalCard?: FactValues;
  readonly key: SubjectKey;
  /** What else happened to it with its registration. */
  readonly further?: readonly NewEvent[];
}

/** The register of complaints (投诉登记). Entering one also appends its event, in the same transaction. */
export interface ComplaintRegister {
  enter(tx: TenantTransaction, entries: readonly RegisterEntry[]): Promise<void>;
  findNumbers(reader: TenantReader, numbers: readonly string[]): Promise<readonly TakenNumber[]>;
}

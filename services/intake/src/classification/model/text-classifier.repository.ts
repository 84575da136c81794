import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { Regulation } from '@redress/regulations';
import type { Suggestion } from '../../complaint/model/matter.model';

/** Suggests values from the words of a text, and learns from people who correct them. */
export interface TextClassifier {
  /** What texts speak for, by axis; what was learned elsewhere in the last minute may not count yet. */
  suggest(
    reader: TenantReader,
    regulation: Regulation,
    texts: readonly (string | null | undefined)[],
  ): Promise<readonly Suggestion[]>;
  /** Takes a complaint as an example of the values that a person gave it, in place of what it was an example of before. */
  learn(tx: TenantTransaction, complaintId: string, values: Readonly<Record<string, string>>, at: Date): Promise<void>;
}

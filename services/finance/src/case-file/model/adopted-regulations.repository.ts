import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { BindingRegulation } from './binding-regulation.model';
import type { CaseFile } from './case-file.model';

export type { BindingRegulation } from './binding-regulation.model';

/** An adoption as case handling tells it. */
export interface ToldAdoption {
  readonly id: string;
  readonly regulation: { readonly id: string; readonly version: number };
  readonly effectiveFrom: Date;
  readonly adoptedAt: Date;
  readonly settings: unknown;
  readonly document?: unknown;
}

/** The regulations that organisations adopted. */
export interface AdoptedRegulations {
  enter(tx: TenantTransaction, adoption: ToldAdoption): Promise<void>;
  /** What binds the case: the adoption of its regulation that was in force at its receipt; none that finance has not heard of. */
  regulationOf(
    reader: TenantReader,
    file: Pick<CaseFile, 'regulation' | 'receivedAt'> | undefined,
  ): Promise<BindingRegulation | undefined>;
  /** What is in force for new complaints at a moment. */
  inForceAt(reader: TenantReader, at: Date): Promise<BindingRegulation | undefined>;
  /** Every regulation that was ever adopted, in the order in which they came into force. */
  all(reader: TenantReader): Promise<readonly BindingRegulation[]>;
}

import type { TenantReader } from '@redress/persistence';
import type { HarmAsked, HarmGrants } from './granted.model';

/** Reads what was granted. */
export interface GrantReader {
  /** For each that is asked what was granted, or what had been until a moment. One statement. */
  grantsFor(reader: TenantReader, asked: readonly HarmAsked[], until?: Date): Promise<readonly HarmGrants[]>;
}

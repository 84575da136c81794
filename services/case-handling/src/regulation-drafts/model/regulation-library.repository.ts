import type { TenantReader } from '@redress/persistence';
import type { PublishedRegulation } from './published-regulation.model';

/** The regulations that ship, and those that an organisation published itself. */
export interface RegulationLibrary {
  /** Every version of each. */
  all(reader: TenantReader): Promise<readonly PublishedRegulation[]>;
  /** One of them; the newest version unless told. */
  find(reader: TenantReader, code: string, version?: number): Promise<PublishedRegulation | undefined>;
}

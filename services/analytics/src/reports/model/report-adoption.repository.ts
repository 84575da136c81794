import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { ReportAdoption } from './report-adoption.model';

/** An adoption as case handling tells of it. */
export interface AdoptionEntry extends Omit<ReportAdoption, 'regulation' | 'settings' | 'expectedUntil'> {
  readonly regulation: { readonly id: string; readonly version: number };
  readonly settings: object;
  readonly document: object | undefined;
}

/** Stores adoptions with how far their reports have been expected. */
export interface ReportAdoptions {
  enter(tx: TenantTransaction, adoption: AdoptionEntry): Promise<void>;
  /** All of the organisation, the first that took effect first; those that this program cannot read are left out. */
  all(reader: TenantReader): Promise<ReportAdoption[]>;
  /** Nothing where this program cannot read it. */
  lock(tx: TenantTransaction, id: string): Promise<ReportAdoption | undefined>;
  /** Those of which a period has ended, of any tenant. */
  due(now: Date, limit: number): Promise<readonly { readonly tenantId: string; readonly id: string }[]>;
  /** Looks at it again later. */
  putOff(tx: TenantTransaction, id: string, nextAt: Date): Promise<void>;
  advance(tx: TenantTransaction, id: string, expectedUntil: Date, nextAt: Date | undefined): Promise<void>;
}

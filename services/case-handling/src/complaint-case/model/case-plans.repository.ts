import type { TenantReader } from '@redress/persistence';
import type { CasePlan } from './case-plan.model';

/** The plans of an organisation's adopted regulations. */
export interface CasePlans {
  /** The plan of an adoption; undefined for a case that none binds. Throws `Error` for an unknown adoption. */
  of(reader: TenantReader, adoptionId: string | undefined): Promise<CasePlan | undefined>;
  /** The plan that binds a complaint which was registered under a regulation; undefined for none. Throws as `of`. */
  binding(
    reader: TenantReader,
    regulation: { readonly id: string; readonly version: number } | undefined,
    receivedAt: Date,
  ): Promise<CasePlan | undefined>;
}

import type { Actor, Refusal, Role } from '@redress/kernel';
import type { TenantReader, TenantTransaction } from '@redress/persistence';
import type { SettlementRefusal } from '../model/settlement.errors';
import type { Settlement } from '../model/settlement.model';

/** What came of asking whether somebody may release a settlement. */
export type AuthorityRuling =
  | { readonly kind: 'RELEASES' }
  /** The signature was recorded; others have to follow before it is released. */
  | { readonly kind: 'SIGNED' }
  | {
      readonly kind: 'REFUSED';
      readonly refusals: readonly [Refusal<SettlementRefusal>, ...Refusal<SettlementRefusal>[]];
    };

/** Who may release money, by the regulation that binds the case. Asked in the approving transaction. */
export interface ApprovalAuthority {
  rule(tx: TenantTransaction, settlement: Settlement, approver: Actor): Promise<AuthorityRuling>;
  /** Whether the person takes part in deciding on this settlement: by role, or because the regulation of its case names them. */
  isEntitled(tx: TenantTransaction, settlement: Settlement, person: Actor): Promise<boolean>;
  /** Whether a regulation of the organisation lets somebody with one of these roles take part, beside finance and managers. */
  takesPart(reader: TenantReader, roles: readonly Role[]): Promise<boolean>;
}

import type { TenantTransaction } from '@redress/persistence';
import type { Settlement } from '../../settlement/model/settlement.model';
import type { PlannedPayout } from './planned-payout.model';

/** Decides by which payments a settlement is paid; they come to its amount exactly. */
export type PayoutPlanner = (tx: TenantTransaction, settlement: Settlement) => Promise<readonly PlannedPayout[]>;

import type { TenantTransaction } from '@redress/persistence';
import type { RoutingSetting } from './routing-setting.model';

/** Where it is kept how an organisation gives cases to people. */
export interface RoutingSettingRepository {
  /** The setting, locked until the transaction ends. */
  find(tx: TenantTransaction): Promise<RoutingSetting>;
  /** Stores the setting after the one given; answers false when another call was faster. */
  save(tx: TenantTransaction, before: RoutingSetting, autoAssign: boolean): Promise<boolean>;
}

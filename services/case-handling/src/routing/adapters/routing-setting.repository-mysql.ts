import { isDuplicateKey } from '@redress/persistence';
import type { RoutingSettingRepository } from '../model/routing-setting.repository';
import { readRoutingSetting } from '../set-routing/routing-setting.query';

const CHANGE = `
  UPDATE routing_setting r SET r.auto_assign = :autoAssign, r.version = r.version + 1
  WHERE r.tenant_id = :tenantId AND r.id = 'routing'`;

/** The setting in MySQL. */
export function mysqlRoutingSetting(): RoutingSettingRepository {
  return {
    find: (tx) => readRoutingSetting(tx, true),

    async save(tx, { version }, autoAssign) {
      if (version > 0) {
        await tx.execute(CHANGE, { autoAssign });
        return true;
      }
      try {
        await tx.insertMany('routing_setting', [{ id: 'routing', version: 1, auto_assign: autoAssign }]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error, 'PRIMARY')) return false;
        throw error;
      }
    },
  };
}

import { isDuplicateKey, type TenantReader } from '@redress/persistence';
import {
  PayoutSettingTaken,
  type PayoutSetting,
  type PayoutSettingRepository,
} from '../model/payout-setting.repository';

const COLUMNS = 's.means, s.provider, s.set_by AS setBy, s.set_at AS setAt, s.version';

export const payoutSettingsInMysql: PayoutSettingRepository = {
  find: (reader) => read(reader, ''),
  lock: (tx) => read(tx, 'FOR UPDATE'),

  async add(tx, { setBy, setAt, ...setting }) {
    await tx.insertMany('payout_setting', [{ ...setting, set_by: setBy, set_at: setAt }]).catch((error: unknown) => {
      throw isDuplicateKey(error) ? new PayoutSettingTaken() : error;
    });
  },

  async save(tx, { means, provider, setBy, setAt, version }) {
    await tx.execute(
      `UPDATE payout_setting s SET s.means = :means, s.provider = :provider, s.set_by = :setBy, s.set_at = :setAt,
         s.version = :version WHERE s.tenant_id = :tenantId`,
      { means, provider, setBy, setAt, version },
    );
  },
};

async function read(reader: TenantReader, lock: '' | 'FOR UPDATE'): Promise<PayoutSetting | undefined> {
  const [row] = await reader.query<PayoutSetting>(
    `SELECT ${COLUMNS} FROM payout_setting s WHERE s.tenant_id = :tenantId ${lock}`,
  );
  return row;
}

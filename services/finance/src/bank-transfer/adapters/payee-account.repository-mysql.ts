import { isDuplicateKey } from '@redress/persistence';
import { PayeeAccountReplaced, type PayeeAccountRepository } from '../model/transfer-batch.repository';

export const payeeAccountsInMysql: PayeeAccountRepository = {
  async replace(tx, { id, payee, holderName, scheme, account, bankCode, registeredBy, registeredAt }) {
    await tx.execute(
      'UPDATE payee_account a SET a.in_use = NULL WHERE a.tenant_id = :tenantId AND a.payee = :payee AND a.in_use = 1',
      { payee },
    );
    const row = {
      ...{ id, payee, scheme, account, in_use: 1 },
      holder_name: holderName,
      bank_code: bankCode ?? null,
      registered_by: registeredBy,
      registered_at: registeredAt,
    };
    await tx.insertMany('payee_account', [row]).catch((error: unknown) => {
      throw isDuplicateKey(error, 'one_in_use') ? new PayeeAccountReplaced() : error;
    });
  },
};

/** Why something with a bank transfer was refused. Stable and public. */
export type TransferRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INPUT_INVALID'
  | 'FINANCE_PAYEE_ACCOUNT_INVALID'
  | 'FINANCE_TRANSFERS_NONE'
  | 'FINANCE_TRANSFER_BATCH_STATE'
  | 'FINANCE_TRANSFER_FOUR_EYES'
  | 'FINANCE_TRANSFER_ACCOUNT_UNUSABLE';

/** Why something about a fulfilment was refused. Stable and public. */
export type FulfilmentRefusal =
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'INPUT_INVALID'
  | 'FINANCE_FULFILMENT_NOT_APPROVED'
  | 'FINANCE_FULFILMENT_NOT_CARRIED_OUT'
  | 'FINANCE_FULFILMENT_ORDERED'
  | 'FINANCE_FULFILMENT_DONE';

import type { RowKind } from '../model/export.model';
import type { RowSource } from '../model/row-source.client';
import { JOURNAL_ROWS } from './journal-rows.query';
import { PAYMENT_ROWS } from './payment-rows.query';
import { PURCHASE_ROWS } from './purchase-rows.query';
import { RETURN_ROWS } from './return-rows.query';
import { SETTLEMENT_ROWS } from './settlement-rows.query';

/** Where the rows of each kind of export come from. */
export const ROW_SOURCES: Readonly<Record<RowKind, RowSource>> = {
  SETTLEMENTS: SETTLEMENT_ROWS,
  PAYMENTS: PAYMENT_ROWS,
  JOURNAL: JOURNAL_ROWS,
  PURCHASES: PURCHASE_ROWS,
  RETURNS: RETURN_ROWS,
};

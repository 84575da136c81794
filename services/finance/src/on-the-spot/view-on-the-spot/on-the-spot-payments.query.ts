import {
  column,
  compileWhere,
  idColumn,
  toGlobalId,
  toMoney,
  type FilterCompiler,
  type KeysetList,
} from '@redress/graphql-runtime';
import type { TenantReader } from '@redress/persistence';
import { ON_THE_SPOT_COLUMNS, paymentOf, type OnTheSpotRow } from '../adapters/on-the-spot-payment.row';
import type { OnTheSpotPaymentView, OnTheSpotPaymentWhereInput } from './on-the-spot-payment.gql';

const FILTERS: Readonly<Record<keyof Omit<OnTheSpotPaymentWhereInput, 'AND' | 'OR' | 'NOT'>, FilterCompiler>> = {
  openException: ({ eq }) => {
    const open = '(o.exception_reason IS NOT NULL AND o.exception_ended_at IS NULL)';
    return typeof eq === 'boolean' && !eq ? `NOT ${open}` : typeof eq === 'boolean' ? open : 'TRUE';
  },
  exceptionOwner: column('o.exception_owner'),
  outlet: column('o.outlet'),
  paidAt: column('o.paid_at'),
  complaint: idColumn('o.complaint_id', 'Complaint'),
};

/** What the front line handed over, latest first. */
export function onTheSpotList(where: OnTheSpotPaymentWhereInput | undefined): KeysetList {
  const conditions = compileWhere(where, FILTERS);
  return {
    name: 'onTheSpotPayments',
    order: { name: 'PAID_AT_DESC', column: 'o.paid_at', direction: 'descending' },
    idColumn: 'o.id',
    select: ON_THE_SPOT_COLUMNS,
    from: 'on_the_spot_payment o',
    where: `o.tenant_id = :tenantId AND ${conditions.sql}`,
    params: conditions.params,
  };
}

export async function onTheSpotPayment(reader: TenantReader, id: string): Promise<OnTheSpotPaymentView | undefined> {
  const [row] = await reader.query<OnTheSpotRow>(
    `SELECT ${ON_THE_SPOT_COLUMNS} FROM on_the_spot_payment o WHERE o.tenant_id = :tenantId AND o.id = :id`,
    { id },
  );
  return row === undefined ? undefined : toOnTheSpot(row);
}

export function toOnTheSpot(row: OnTheSpotRow): OnTheSpotPaymentView {
  const { id, complaintId, instrument, amount, outlet, paidBy, paidAt, exception, version } = paymentOf(row);
  return {
    id: toGlobalId('OnTheSpotPayment', id),
    complaintId: toGlobalId('Complaint', complaintId),
    ...{ instrument, outlet, paidBy, paidAt, version },
    amount: toMoney(amount),
    over: exception === undefined ? null : toMoney(exception.over),
    exceptionReason: exception?.reason ?? null,
    exceptionOwner: exception?.owner ?? null,
    exceptionEndedAt: exception?.endedAt ?? null,
    exceptionNote: exception?.note ?? null,
  };
}

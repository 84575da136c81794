import {
  column,
  idColumn,
  PublicError,
  type Bind,
  type FilterCompiler,
  type FilterValue,
} from '@redress/graphql-runtime';
import { parseMoney } from '@redress/kernel';
import type { SettlementException } from '../model/settlement-exceptions.model';
import type { SettlementWhereInput } from './settlement-where.gql';

type Condition = keyof Omit<SettlementWhereInput, 'AND' | 'OR' | 'NOT'>;

/** Those that ask for what only staff may see. */
const FOR_STAFF: readonly Condition[] = [
  ...(['bookedIn', 'decidedBy', 'exception'] as const),
  ...(['caseNumber', 'department', 'product', 'category', 'region', 'level', 'regulation'] as const),
];

const LONGEST_AGE_DAYS = 36_525;

const CONDITIONS: Readonly<Record<Condition, FilterCompiler>> = {
  number: column('s.number'),
  state: column('s.state'),
  instrument: ofAnyPart,
  paymentState: (filter, bind) => inPayments(valuesOf(filter), bind),
  currency: column('s.currency'),
  amount: amountBetween,
  createdAt: column('s.created_at', moment),
  decidedAt: column('s.decided_at', moment),
  completedAt: column('s.completed_at', moment),
  age: ofAge,
  bookedIn: (filter, bind) =>
    `s.id IN (SELECT b.source_id FROM posting b WHERE b.tenant_id = :tenantId AND b.source_kind = 'SETTLEMENT'
       AND ${column('b.period')(filter, bind)})`,
  case: idColumn('s.case_id', 'Case'),
  complaint: idColumn('s.complaint_id', 'Complaint'),
  customer: idColumn('s.customer_id', 'Customer'),
  resolution: column('s.resolution_id'),
  orderNumber: (filter, bind) =>
    `s.id IN (SELECT o.settlement_id FROM settlement_order o
       WHERE o.tenant_id = :tenantId AND ${column('o.order_number')(filter, bind)})`,
  decidedBy: column('s.decided_by'),
  exception: (filter, bind) => {
    const kinds = valuesOf(filter) as readonly SettlementException[];
    return kinds.length === 0 ? 'FALSE' : kinds.map((kind) => `(${EXCEPTIONS[kind](bind)})`).join(' OR ');
  },
  caseNumber: column('s.case_number'),
  department: column('s.department'),
  product: column('s.product'),
  category: column('s.category_code'),
  region: column('s.region'),
  level: column('s.level'),
  regulation: ({ id, version }, bind) =>
    version === undefined || version === null
      ? `s.regulation_id = ${bind(id)}`
      : `s.regulation_id = ${bind(id)} AND s.regulation_version = ${bind(version)}`,
};

const EXCEPTIONS: Readonly<Record<SettlementException, (bind: Bind) => string>> = {
  PAYMENT_DECLINED: () =>
    `s.state IN ('APPROVED', 'PAYING') AND s.id IN (SELECT x.settlement_id FROM payment x
       WHERE x.tenant_id = :tenantId AND x.state = 'DECLINED' AND x.redirected_to IS NULL)`,
  PAYMENT_UNKNOWN: (bind) => inPayments(['UNKNOWN'], bind),
  AWAITS_OTHER_AUTHORITY: () =>
    `s.state = 'RELEASED' AND s.id IN (SELECT w.settlement_id FROM settlement_awaiting w WHERE w.tenant_id = :tenantId)`,
  RETURN_EXCEPTION: () =>
    `s.id IN (SELECT a.settlement_id FROM return_authorisation a
       JOIN return_exception e ON e.tenant_id = a.tenant_id AND e.authorisation_id = a.id
       WHERE a.tenant_id = :tenantId AND e.tenant_id = :tenantId AND e.state = 'OPEN')`,
  EVIDENCE_UNVERIFIED: (bind) => withEvidence('GIVEN', bind),
  EVIDENCE_REFUSED: (bind) => withEvidence('REFUSED', bind),
};

/** The conditions by which a list may be asked for: what is for staff is refused to others, who could learn from it. */
export function conditionsFor(staff: boolean): Readonly<Record<Condition, FilterCompiler>> {
  if (staff) return CONDITIONS;
  const refused = FOR_STAFF.map((name) => [name, () => forbidden(name)] as const);
  return { ...CONDITIONS, ...(Object.fromEntries(refused) as Record<string, FilterCompiler>) };
}

function forbidden(name: string): never {
  throw new PublicError('FORBIDDEN', `The condition ${name} is for staff.`);
}

/** `eq` and `in` of a condition together, as one list. */
function valuesOf({ eq, in: list }: FilterValue): readonly unknown[] {
  const values = (list ?? (eq === undefined || eq === null ? [] : [eq])) as readonly unknown[];
  return eq === undefined || eq === null ? values : values.filter((value) => value === eq);
}

function inPayments(states: readonly unknown[], bind: Bind): string {
  if (states.length === 0) return 'FALSE';
  return `s.id IN (SELECT x.settlement_id FROM payment x WHERE x.tenant_id = :tenantId AND x.state IN (${bind(states)}))`;
}

function withEvidence(state: string, bind: Bind): string {
  return `s.state IN ('PROPOSED', 'RELEASED') AND s.id IN (SELECT v.settlement_id FROM settlement_evidence v
    WHERE v.tenant_id = :tenantId AND v.state = ${bind(state)})`;
}

function ofAnyPart(filter: FilterValue, bind: Bind): string {
  const kinds = valuesOf(filter).map(String);
  if (kinds.length === 0) return 'FALSE';
  const others = kinds.map((kind) => `s.instruments LIKE ${bind(`%,${kind},%`)}`);
  return [`s.instrument IN (${bind(kinds)})`, ...others].join(' OR ');
}

/** A condition may have been stored as JSON. */
function moment(value: unknown): unknown {
  return typeof value === 'string' ? new Date(value) : value;
}

function ofAge({ atLeastDays, lessThanDays }: FilterValue, bind: Bind): string {
  const bound = (sign: '<=' | '>', days: unknown): string[] => {
    if (days === undefined || days === null) return [];
    if (typeof days !== 'number' || days < 0 || days > LONGEST_AGE_DAYS) {
      throw new PublicError('FILTER_INVALID', 'An age is 0 to 36525 days.', {
        dimension: 'age',
        limit: LONGEST_AGE_DAYS,
      });
    }
    return [`s.created_at ${sign} DATE_SUB(NOW(3), INTERVAL ${bind(days)} DAY)`];
  };
  return [...bound('<=', atLeastDays), ...bound('>', lessThanDays), 'TRUE'].join(' AND ');
}

function amountBetween(filter: FilterValue, bind: Bind): string {
  const currency = String(filter['currency']);
  const bound = (sign: '>=' | '<', text: unknown): string[] => {
    if (typeof text !== 'string') return [];
    const amount = parseMoney(text, currency);
    if (amount === undefined) {
      throw new PublicError('BAD_USER_INPUT', `An amount has more digits than ${currency} allows.`);
    }
    return [`s.amount_minor ${sign} ${bind(amount.amountMinor)}`];
  };
  const conditions = [`s.currency = ${bind(currency)}`, ...bound('>=', filter['from']), ...bound('<', filter['to'])];
  return conditions.join(' AND ');
}

import type { TenantReader } from '@redress/persistence';
import type { MasterKeys } from '../../personal-data/master-keys';
import { openSubjectKey } from '../../personal-data/subject-key';
import { correctionsPlace, isLate, type CallDirection, type CallOutcome } from '../model/telephone.model';
import type { ComplaintConfirmationObject, PhoneCallObject } from './conversations.gql';

interface CallRecord extends Omit<PhoneCallObject, 'late'> {
  readonly id: string;
  readonly complaintId: string;
  readonly direction: CallDirection;
  readonly outcome: CallOutcome;
}

const CALLS = `
  SELECT p.id, p.complaint_id AS complaintId, p.direction, p.outcome, p.rang_at AS rangAt, p.rings,
    p.rings_allowed AS ringsAllowed, p.answered_at AS answeredAt, p.ended_at AS endedAt, p.recorded_by AS recordedBy
  FROM phone_call p WHERE p.tenant_id = :tenantId AND p.complaint_id IN (:ids) ORDER BY p.rang_at, p.id`;

/** The calls about complaints, the earliest first, with one statement. */
export async function callsOf(
  reader: TenantReader,
  ids: readonly string[],
): Promise<readonly (readonly PhoneCallObject[])[]> {
  const records = await reader.query<CallRecord>(CALLS, { ids });
  return ids.map((id) =>
    records.filter(({ complaintId }) => complaintId === id).map((record) => ({ ...record, late: lateOf(record) })),
  );
}

function lateOf({ rings, ringsAllowed, answeredAt, endedAt, ...call }: CallRecord): boolean {
  return isLate({
    ...call,
    ...(rings === null ? {} : { rings }),
    ...(ringsAllowed === null ? {} : { ringsAllowed }),
    ...(answeredAt === null ? {} : { answeredAt }),
    ...(endedAt === null ? {} : { endedAt }),
  });
}

interface ConfirmationRecord extends Omit<ComplaintConfirmationObject, 'corrections' | 'confirmed'> {
  readonly id: string;
  readonly complaintId: string;
  readonly customerId: string;
  readonly confirmed: boolean | number;
  readonly sealedCorrections: Buffer | null;
  readonly wrappedKey: Buffer | null;
}

const CONFIRMATIONS = `
  SELECT f.id, f.complaint_id AS complaintId, f.kind, f.confirmed, f.sealed_corrections AS sealedCorrections,
    f.confirmed_at AS confirmedAt, f.recorded_by AS recordedBy, c.customer_id AS customerId, i.wrapped_key AS wrappedKey
  FROM complaint_confirmation f
  JOIN complaint c ON c.tenant_id = f.tenant_id AND c.id = f.complaint_id
  LEFT JOIN customer_identity i ON i.tenant_id = c.tenant_id AND i.tenant_id = :tenantId AND i.customer_id = c.customer_id
  WHERE f.tenant_id = :tenantId AND c.tenant_id = :tenantId AND f.complaint_id IN (:ids)
  ORDER BY f.complaint_id, f.id`;

/** What complainants confirmed, the earliest first, with one statement. */
export async function confirmationsOf(
  reader: TenantReader,
  masters: MasterKeys,
  ids: readonly string[],
): Promise<readonly (readonly ComplaintConfirmationObject[])[]> {
  const records = await reader.query<ConfirmationRecord>(CONFIRMATIONS, { ids });
  const { tenantId } = reader;
  return ids.map((id) =>
    records
      .filter(({ complaintId }) => complaintId === id)
      .map((record) => ({
        kind: record.kind,
        confirmed: Boolean(record.confirmed),
        corrections: correctionsIn(record, tenantId, masters),
        confirmedAt: record.confirmedAt,
        recordedBy: record.recordedBy,
      })),
  );
}

function correctionsIn(record: ConfirmationRecord, tenantId: string, masters: MasterKeys): string | null {
  const { id, customerId, sealedCorrections, wrappedKey } = record;
  if (sealedCorrections === null || wrappedKey === null) return null;
  return openSubjectKey(masters, { tenantId, customerId }, wrappedKey).openText(
    correctionsPlace(id),
    sealedCorrections,
  );
}

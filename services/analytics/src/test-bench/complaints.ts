import type { complaintReassessed, complaintRegistered, EventData } from '@redress/contracts';
import { newId } from '@redress/kernel';

export const CATEGORY = newId();
/** A plain complaint of a consumer. */
export const MATTER: EventData<typeof complaintReassessed>['matter'] = {
  itemType: 'COMPLAINT',
  written: true,
  complainantKind: 'CONSUMER',
  persons: 1,
  raised: 1,
  classification: {},
  assessment: {},
  card: {},
  sameWithinMonth: 1,
  repeat: false,
};

/** A complaint of the given moment and place. */
export function aComplaint(
  change: Partial<EventData<typeof complaintRegistered>> = {},
): EventData<typeof complaintRegistered> {
  return {
    complaintId: newId(),
    number: '202611-000001',
    customerId: newId(),
    channel: 'WEB_FORM',
    categoryId: CATEGORY,
    categoryCode: 'delivery-delay',
    product: 'kettle',
    region: 'NY',
    receivedAt: '2026-11-01T05:30:00.000Z',
    registeredAt: '2026-11-01T05:30:00.000Z',
    acknowledgedAt: '2026-11-01T05:30:00.000Z',
    registeredBy: 'agent',
    ...change,
  };
}

import { money } from '@redress/kernel';
import { requestedParts, type DrawUpSettlement } from '../draw-up-settlement/draw-up-settlement.command';
import type { Settlement } from './settlement.model';

/** A remedy to draw up for tests: a refund of 12.50 CNY on line 1 of order O-1, unless told otherwise. */
export function aRemedy(changes: Partial<DrawUpSettlement> = {}): DrawUpSettlement {
  return {
    caseId: '018f0000-0000-7000-8000-00000000000c',
    complaintId: '018f0000-0000-7000-8000-00000000000d',
    customerId: '018f0000-0000-7000-8000-00000000000e',
    resolutionId: '018f0000-0000-7000-8000-00000000000a',
    resolutionProposedBy: 'handler-1',
    resolutionApprovedBy: 'supervisor-1',
    resolutionApprovedAt: new Date('2026-11-02T07:00:00.000Z'),
    remedyId: '018f0000-0000-7000-8000-00000000000b',
    instrument: 'REFUND',
    amount: money(1250n, 'CNY'),
    orderLine: { orderNumber: 'O-1', lineNumber: 1 },
    ...changes,
  };
}

/** A valid settlement for tests, waiting for finance unless told otherwise. */
export function aSettlement(changes: Partial<Settlement> = {}): Settlement {
  const remedy = aRemedy();
  const { resolutionApprovedAt: _promisedAt, ...promise } = remedy;
  const parts = requestedParts(remedy).map((part, index) => ({
    ...{ payee: promise.customerId, ...part },
    part: index + 1,
    draws: [{ ceilingId: '018f0000-0000-7000-8000-000000000002', amountMinor: part.amount.amountMinor }],
  }));
  return {
    ...promise,
    id: '018f0000-0000-7000-8000-000000000001',
    number: 'S2026-000001',
    parts,
    state: 'RELEASED',
    createdAt: new Date('2026-11-02T08:00:00.000Z'),
    version: 2,
    ...changes,
  };
}

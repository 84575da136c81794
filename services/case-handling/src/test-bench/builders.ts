import { fixedClock, newId, type Role } from '@redress/kernel';
import { adoptionSettingsSchema } from '@redress/regulations';
import type { ComplaintCase } from '../complaint-case/model/case.model';
import { planOf } from '../complaint-case/model/case-plan.model';
import type { CaseActor, Situation } from '../complaint-case/model/case.rules';
import type { DecisionContext } from '../complaint-case/model/course.model';
import { decideOpening, type RegisteredComplaint } from '../complaint-case/open-case/open-case.decide';
import type { StaffMember } from '../staff/model/staff-member.model';

/** Settings of an organisation in Shanghai whose supervisors decide up to 1,000.00 and managers up to 10,000.00 CNY. */
export const SETTINGS = {
  timeZone: 'Asia/Shanghai',
  calendar: 'cn',
  numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
  openValues: {
    followUpWithin: { amount: 7, unit: 'CALENDAR_DAYS' },
    authority: [
      { role: 'supervisor', currency: 'CNY', maximumMinor: '100000' },
      { role: 'manager', currency: 'CNY', maximumMinor: '1000000' },
    ],
  },
};

export const aPlan = planOf({
  id: newId(),
  regulationId: 'company-24h-3wd-7wd',
  regulationVersion: 1,
  settings: adoptionSettingsSchema.parse(SETTINGS),
});

/** A Thursday in a week without holidays. */
export const RECEIVED_AT = new Date('2026-03-12T02:00:00.000Z');

export function aContext(at: string | Date = '2026-03-12T03:00:00.000Z'): DecisionContext {
  return { now: fixedClock(at).now(), newId, plan: aPlan };
}

export function aComplaint(changes: Partial<RegisteredComplaint> = {}): RegisteredComplaint {
  return {
    complaintId: newId(),
    number: `202603-${newId().slice(-8)}`,
    customerId: newId(),
    channel: 'PHONE',
    categoryId: newId(),
    categoryCode: 'product-quality',
    orderLine: { orderNumber: 'SO-1', lineNumber: 1 },
    receivedAt: RECEIVED_AT,
    registeredAt: new Date(RECEIVED_AT.getTime() + 60_000),
    ...changes,
  };
}

export function aCase(changes: Partial<ComplaintCase> = {}): ComplaintCase {
  return { ...decideOpening(aComplaint(), aContext()).course.case, ...changes };
}

export function anActor(subject: string, ...roles: Role[]): CaseActor {
  return { subject, roles };
}

export const LI_HANDLER = anActor('li', 'handler');
export const WU_SUPERVISOR = anActor('wu', 'supervisor');
export const QIN_MANAGER = anActor('qin', 'manager');

export function aSituation(current: ComplaintCase, actor = LI_HANDLER): Situation {
  return { actor, case: current, plan: aPlan, now: aContext().now };
}

export function aStaffMember(changes: Partial<StaffMember> = {}): StaffMember {
  const appointed = { roles: ['handler'], parties: [], territories: [] } as const;
  return { id: newId(), version: 1, subject: 'li', name: 'Li', ...appointed, active: true, ...changes };
}

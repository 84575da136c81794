import { regulationAdopted, type EventData } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { findRegulation, type Regulation } from '@redress/regulations';
import type { IntakeUnderTest } from './intake-under-test';

const OPEN_VALUES: Record<Regulation['openValues'][number]['type'], unknown> = {
  DURATION: { amount: 7, unit: 'CALENDAR_DAYS' },
  AUTHORITY: [{ holder: 'supervisor', currency: 'CNY', maximumMinor: '100000' }],
  COUNT: 3,
  RATIO: '0.05',
  MONEY: { amountMinor: '100', currency: 'CNY' },
  TEXT: 'as agreed',
  CHOICE: 'none',
  DATE: '2026-01-01',
  AMOUNT_TABLE: [{ entry: 'a day', amountMinor: '100', currency: 'CNY' }],
  NUMBERING: { pattern: 'N{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
};

/** The data of the event that tells of an adoption of a regulation that ships, or of an organisation's own document. */
export function adoptionOf(regulation: string | Regulation): EventData<typeof regulationAdopted> {
  const adopted = typeof regulation === 'string' ? findRegulation(regulation) : regulation;
  if (adopted === undefined) throw new Error('no such regulation');
  return {
    adoptionId: newId(),
    regulation: { id: adopted.id, version: adopted.version },
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    adoptedAt: '2026-01-01T00:00:00.000Z',
    adoptedBy: 'admin-1',
    settings: {
      timeZone: 'Asia/Shanghai',
      calendar: 'cn',
      openValues: Object.fromEntries(adopted.openValues.map(({ key, type }) => [key, OPEN_VALUES[type]])) as never,
    },
    ...(typeof regulation === 'string' ? {} : { document: JSON.parse(JSON.stringify(regulation)) as never }),
  };
}

/** Brings a regulation into force for a tenant, as the event of case handling does. */
export function adopt(intake: IntakeUnderTest, tenantId: string, regulation: string | Regulation): Promise<void> {
  const data = adoptionOf(regulation);
  return intake.handle('case-handling', { type: regulationAdopted.type, id: newId(), tenantId, data });
}

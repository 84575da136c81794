import type { EventData, regulationAdopted } from '@redress/contracts';
import { newId } from '@redress/kernel';
import { checkAdoption, findRegulation } from '@redress/regulations';
import type { Category } from '../category/model/category.model';
import type { ImportRow } from '../complaint/import-complaints/import-complaints.command';
import type { RegisterComplaint } from '../complaint/register-complaint/register-complaint.command';
import type { Adoption } from '../regulation/model/adoption.model';

/** What an organisation fills in when it adopts `company-24h-3wd-7wd`. */
export function adoptionSettings() {
  return {
    timeZone: 'Asia/Shanghai',
    calendar: 'cn',
    numbering: { pattern: 'TS{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
    openValues: {
      followUpWithin: { amount: 7, unit: 'CALENDAR_DAYS' },
      authority: [{ role: 'supervisor', currency: 'CNY', maximumMinor: '100000' }],
    },
  };
}

/** The data of the event that tells of an adoption of `company-24h-3wd-7wd`. */
export function adoptionData(effectiveFrom: Date): EventData<typeof regulationAdopted> {
  return {
    adoptionId: newId(),
    regulation: { id: 'company-24h-3wd-7wd', version: 1 },
    effectiveFrom: effectiveFrom.toISOString(),
    adoptedAt: effectiveFrom.toISOString(),
    adoptedBy: 'admin-1',
    settings: adoptionSettings(),
  };
}

/** An adoption of `company-24h-3wd-7wd`, in force since the year began. */
export function anAdoption(changes: Partial<Adoption> = {}): Adoption {
  const regulation = findRegulation('company-24h-3wd-7wd');
  if (regulation === undefined) throw new Error('the regulation ships with the package');
  const settings = checkAdoption(regulation, adoptionSettings());
  if (!settings.ok) throw new Error('the settings of the builder are complete');
  return {
    id: newId(),
    regulation,
    effectiveFrom: new Date('2026-01-01T00:00:00.000Z'),
    adoptedAt: new Date('2026-01-01T00:00:00.000Z'),
    settings: settings.value,
    ...changes,
  };
}

/** The category `product-quality`. */
export function aCategory(changes: Partial<Category> = {}): Category {
  return {
    id: newId(),
    code: 'product-quality',
    label: { zh: '产品质量', en: 'Product quality' },
    origin: 'REGULATION',
    ...changes,
  };
}

/** A complaint over the telephone. */
export function aRegistration(changes: Partial<RegisterComplaint> = {}): RegisterComplaint {
  return {
    channel: 'PHONE',
    categoryCode: 'product-quality',
    customer: { details: { name: '王芳', kind: 'CONSUMER' } },
    text: '电饭煲用了两天就坏了，要求退款。',
    ...changes,
  };
}

/** A row of a file that is taken over, closed long ago. */
export function anImportRow(changes: Partial<ImportRow> = {}): ImportRow {
  return {
    externalId: '3571115',
    receivedAt: new Date('2020-03-18T04:00:00.000Z'),
    channel: 'WEB_FORM',
    category: 'Incorrect information on your report',
    history: { closedAt: new Date('2020-03-19T04:00:00.000Z'), timely: true },
    ...changes,
  };
}

import { adoptionSettingsSchema, findRegulation, type Regulation } from '@redress/regulations';
import type { ReportAdoption } from '../../reports/model/report-adoption.model';
import { inForceAtEndOf, monthsOf, windowOf } from './period.rules';

function regulation(id: string): Regulation {
  const found = findRegulation(id, 1);
  if (found === undefined) throw new Error(`no regulation ${id}`);
  return found;
}

function adopted(id: string, effectiveFrom: string, timeZone: string): ReportAdoption {
  const moment = new Date(effectiveFrom);
  const settings = adoptionSettingsSchema.parse({ timeZone, calendar: 'cn', openValues: {} });
  return {
    ...{ id, regulation: regulation('omnichannel-72h'), settings },
    ...{ effectiveFrom: moment, adoptedAt: moment, expectedUntil: moment },
  };
}

describe('the regulation at the end of a period', () => {
  describe.each([
    ['Asia/Shanghai', '2026-10-31T16:00:00Z'],
    ['America/New_York', '2026-11-01T04:00:00Z'],
    ['UTC', '2026-11-01T00:00:00Z'],
  ])('in %s', (timeZone, november) => {
    const both = [adopted('before', '2026-01-01T00:00:00Z', timeZone), adopted('after', november, timeZone)];

    it('is the one before where another takes effect with the next day', () => {
      expect(inForceAtEndOf('2026-10-31', both)?.id).toBe('before');
    });

    it('is the other from that day on', () => {
      expect(inForceAtEndOf('2026-11-01', both)?.id).toBe('after');
    });

    it('is held against the days of the zone', () => {
      expect(windowOf({ from: '2026-10-01', until: '2026-10-31' }, timeZone).to).toEqual(new Date(november));
    });
  });

  it('touches months over the end of a year, whatever its days', () => {
    expect(monthsOf({ from: '2026-10-31', until: '2027-01-01' })).toEqual(['2026-10', '2026-11', '2026-12', '2027-01']);
    expect(monthsOf({ from: '2026-02-01', until: '2026-02-28' })).toEqual(['2026-02']);
    expect(monthsOf({ from: '9999-12-31', until: '9999-12-31' })).toEqual(['9999-12']);
  });

  it('is none before the first was adopted', () => {
    expect(inForceAtEndOf('2025-12-31', [adopted('first', '2026-01-01T00:00:00Z', 'UTC')])).toBeUndefined();
  });
});

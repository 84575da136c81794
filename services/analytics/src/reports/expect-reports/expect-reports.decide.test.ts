import { findRegulation } from '@redress/regulations';
import type { ReportAdoption } from '../model/report-adoption.model';
import { expectReports } from './expect-reports.decide';

function anAdoption(id: string, regulationId: string, effectiveFrom: string, adoptedAt: string): ReportAdoption {
  const regulation = findRegulation(regulationId, 1);
  if (regulation === undefined) throw new Error(`${regulationId} does not ship`);
  const [from, at] = [new Date(effectiveFrom), new Date(adoptedAt)];
  return {
    ...{ id, regulation, effectiveFrom: from, adoptedAt: at },
    settings: {
      ...{ timeZone: 'Asia/Shanghai', calendar: 'cn', openValues: {} },
      numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
    },
    expectedUntil: new Date(Math.max(from.getTime(), at.getTime())),
  };
}

describe('the reports of an adoption', () => {
  const first = anAdoption('a', 'retail-franchise-7day', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
  /** Adopted on the tenth of April, in force since the middle of March. */
  const second = anAdoption('b', 'manufacturer-yymmcc', '2026-03-15T00:00:00Z', '2026-04-10T00:00:00Z');
  const monthsOf = (adoption: ReportAdoption, all: readonly ReportAdoption[], now: string): string[] => {
    const { reports } = expectReports(adoption, all, new Date(now));
    const monthly = reports.filter(({ definition }) => definition.period === 'MONTH');
    return [...new Set(monthly.map(({ period }) => period.from.slice(0, 7)))];
  };

  it('are of every month that ends while it is the one that is known to be in force', () => {
    const all = [first, second];
    expect(monthsOf(first, all, '2026-06-10T00:00:00Z')).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(monthsOf(second, all, '2026-06-10T00:00:00Z')).toEqual(['2026-04', '2026-05']);
  });

  it('are the same whether one looked before the next adoption or long after it', () => {
    expect(monthsOf(first, [first], '2026-04-01T00:00:00Z')).toEqual(
      monthsOf(first, [first, second], '2026-06-10T00:00:00Z'),
    );
  });
});

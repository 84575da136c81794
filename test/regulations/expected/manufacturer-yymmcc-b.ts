import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'manufacturer-yymmcc-b',
  usual: { channel: 'SALES_STAFF' },
  papers: { written: ['complaint-sheet', 'countermeasure'] },
  conversions: [{ from: 'COMPLAINT', matter: { assessment: { noLoss: true } }, to: 'ANOMALY', byItself: true }],
};

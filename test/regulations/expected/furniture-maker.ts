import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'furniture-maker',
  usual: { channel: 'SALES_STAFF' },
  // AABBCCDDD: the day of receipt stands in it, the series restarts only with the year.
  numbers: [
    { receivedAt: '2025-09-12T09:00:00+08:00', number: /^250912001$/ },
    { receivedAt: '2025-12-31T23:59:00+08:00', number: /^251231002$/ },
    { receivedAt: '2026-01-01T00:00:00+08:00', number: /^260101001$/ },
  ],
};

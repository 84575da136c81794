import type { Expectations } from '../expectations';

export const expected: Expectations = {
  regulation: 'furniture-maker',
  usual: { channel: 'SALES_STAFF' },
  // AABBCCDDD: the day of receipt stands in it, the series restarts only with the year.
  numbers: [
    { receivedAt: '2023-09-12T09:00:00+08:00', number: /^230912001$/ },
    { receivedAt: '2023-12-31T23:59:00+08:00', number: /^231231002$/ },
    { receivedAt: '2024-01-01T00:00:00+08:00', number: /^240101001$/ },
  ],
};

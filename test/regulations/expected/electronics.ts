import type { Expectations } from '../expectations';

/** Service of electronics: texts almost without numbers. */
export const ELECTRONICS: readonly Expectations[] = [
  { regulation: 'electronics-store-manager' },
  { regulation: 'electronics-agent-a' },
  { regulation: 'electronics-agent-b' },
  { regulation: 'electronics-agent-c' },
  { regulation: 'electronics-cs-department' },
  { regulation: 'electronics-agent-duties', usual: { channel: 'PHONE' } },
];

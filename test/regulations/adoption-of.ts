import type { Regulation } from '@redress/regulations';
import type { Expectations } from './expectations';

type OpenValue = Regulation['openValues'][number];

/** What the organisation of a scenario fills in for each type, where the text leaves it open. */
const USUAL: Readonly<Record<OpenValue['type'], (value: OpenValue) => object>> = {
  DURATION: () => ({ duration: { amount: 7, unit: 'WORKING_DAYS' } }),
  AUTHORITY: () => ({
    authority: [
      { role: 'SUPERVISOR', currency: 'CNY', maximum: '1000.00' },
      { role: 'MANAGER', currency: 'CNY' },
    ],
  }),
  COUNT: () => ({ count: 3 }),
  RATIO: () => ({ ratio: '0.05' }),
  MONEY: () => ({ money: { amount: '500.00', currency: 'CNY' } }),
  TEXT: ({ label }) => ({ text: `${label.zh}:按公司规定` }),
  CHOICE: ({ options = [] }) => ({ choice: options[0]?.code ?? '' }),
  DATE: () => ({ date: '2020-01-01' }),
  AMOUNT_TABLE: () => ({ amounts: [{ entry: 'usual', amount: { amount: '100.00', currency: 'CNY' } }] }),
  NUMBERING: () => ({ numbering: { pattern: '{YY}{MM}{SERIAL:3}', period: 'MONTH' } }),
};

/** The input with which the organisation of a scenario adopts its regulation. */
export function adoptionOf(
  { id, version, openValues }: Regulation,
  { deadlines = [], adoptedAuthority }: Expectations,
): object {
  return {
    regulation: id,
    version,
    effectiveFrom: '2020-01-01T00:00:00.000Z',
    timeZone: 'Asia/Shanghai',
    calendar: 'cn',
    numbering: { pattern: '{YYYY}{MM}-{SERIAL:5}', period: 'MONTH' },
    openValues: openValues.map((open) => {
      const counted = deadlines.find(({ openValue }) => openValue === open.key);
      const value =
        counted === undefined ? USUAL[open.type](open) : { duration: { amount: counted.amount, unit: counted.unit } };
      const own = open.type === 'AUTHORITY' && adoptedAuthority !== undefined ? { authority: adoptedAuthority } : {};
      return { key: open.key, ...value, ...own };
    }),
  };
}

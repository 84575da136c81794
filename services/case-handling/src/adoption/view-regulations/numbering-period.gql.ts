import { registerEnumType } from 'type-graphql';

export const NumberingPeriod = { DAY: 'DAY', MONTH: 'MONTH', YEAR: 'YEAR' } as const;
export type NumberingPeriod = keyof typeof NumberingPeriod;
registerEnumType(NumberingPeriod, {
  name: 'NumberingPeriod',
  description: 'When the numbers of complaints begin anew.',
  valuesConfig: {
    DAY: { description: 'Every day.' },
    MONTH: { description: 'Every month.' },
    YEAR: { description: 'Every year.' },
  },
});

import { registerEnumType } from 'type-graphql';

export const DurationUnit = {
  MINUTES: 'MINUTES',
  HOURS: 'HOURS',
  WORKING_HOURS: 'WORKING_HOURS',
  CALENDAR_DAYS: 'CALENDAR_DAYS',
  WORKING_DAYS: 'WORKING_DAYS',
  MONTHS: 'MONTHS',
  YEARS: 'YEARS',
} as const;
export type DurationUnit = keyof typeof DurationUnit;
registerEnumType(DurationUnit, {
  name: 'DurationUnit',
  description: 'How the time of a stage is counted.',
  valuesConfig: {
    MINUTES: { description: 'Elapsed minutes.' },
    HOURS: { description: 'Elapsed hours.' },
    WORKING_HOURS: { description: 'Hours within the opening hours of the adopted calendar.' },
    CALENDAR_DAYS: { description: 'Calendar days from the day after the start, to the end of the last.' },
    WORKING_DAYS: { description: 'Working days (工作日) of the adopted calendar, to the end of the last.' },
    MONTHS: { description: 'Calendar months, to the end of the day with the same number.' },
    YEARS: { description: 'Calendar years, to the end of the same day.' },
  },
});

export const OpenValueType = {
  DURATION: 'DURATION',
  AUTHORITY: 'AUTHORITY',
  COUNT: 'COUNT',
  RATIO: 'RATIO',
  MONEY: 'MONEY',
  TEXT: 'TEXT',
  CHOICE: 'CHOICE',
  DATE: 'DATE',
  AMOUNT_TABLE: 'AMOUNT_TABLE',
  NUMBERING: 'NUMBERING',
} as const;
export type OpenValueType = keyof typeof OpenValueType;
registerEnumType(OpenValueType, {
  name: 'OpenValueType',
  description: 'What kind of value a regulation leaves open.',
  valuesConfig: {
    DURATION: { description: 'A span of time.' },
    AUTHORITY: { description: 'Who may approve up to which amount (核决权限).' },
    COUNT: { description: 'A whole number.' },
    RATIO: { description: 'A decimal such as 0.05.' },
    MONEY: { description: 'An amount of one currency.' },
    TEXT: { description: 'Words.' },
    CHOICE: { description: 'One of the options.' },
    DATE: { description: 'A calendar day.' },
    AMOUNT_TABLE: { description: 'Amounts by entry, for example what a day of a department costs.' },
    NUMBERING: { description: 'How complaints are numbered.' },
  },
});

export const RegulationOrigin = { SHIPPED: 'SHIPPED', OWN: 'OWN' } as const;
export type RegulationOrigin = keyof typeof RegulationOrigin;
registerEnumType(RegulationOrigin, {
  name: 'RegulationOrigin',
  description: 'Where a regulation comes from.',
  valuesConfig: {
    SHIPPED: { description: 'It ships with Redress.' },
    OWN: { description: 'The organisation wrote it.' },
  },
});

import type { Expectations } from '../expectations';

/** Companies whose texts count hours and days. */
export const COMPANIES: readonly Expectations[] = [
  {
    regulation: 'company-24h-3wd-7wd',
    deadlines: [
      { stage: 'acceptance', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
      { stage: 'investigation', amount: 3, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
      { stage: 'resolution', amount: 7, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
      {
        stage: 'follow-up',
        amount: 7,
        unit: 'CALENDAR_DAYS',
        startsAt: 'EXECUTION_FINISHED',
        openValue: 'followUpWithin',
      },
    ],
    course: ['acceptance', 'investigation', 'resolution'],
    overdue: { stage: 'investigation' },
  },
  {
    regulation: 'company-24h-48h-72h',
    deadlines: [
      { stage: 'contact', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
      { stage: 'proposal', amount: 48, unit: 'HOURS', startsAt: 'RECEIPT' },
      { stage: 'follow-up', amount: 72, unit: 'HOURS', startsAt: 'EXECUTION_FINISHED' },
    ],
    levels: [
      { matter: {}, level: 'ordinary' },
      { matter: { assessment: { major: true } }, level: 'major' },
    ],
    overdue: { stage: 'proposal' },
  },
  {
    regulation: 'company-15wd',
    deadlines: [
      { stage: 'acceptance', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
      { stage: 'handler-told', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
      { stage: 'result-told', amount: 15, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
      { stage: 'handling-finished', amount: 15, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' },
    ],
    levels: [
      { matter: {}, level: 'ordinary' },
      { matter: { assessment: { major: true } }, level: 'major' },
    ],
    dissatisfied: ['EXTERNAL_BODY'],
    overdue: { stage: 'acceptance' },
  },
  {
    regulation: 'company-24h-confirm',
    usual: { channel: 'LETTER' },
    deadlines: [{ stage: 'confirmation', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' }],
    overdue: { stage: 'confirmation' },
  },
  {
    regulation: 'market-3wd',
    deadlines: [{ stage: 'closing', amount: 3, unit: 'WORKING_DAYS', startsAt: 'RECEIPT' }],
    levels: [
      { matter: {}, level: 'general' },
      { matter: { assessment: { important: true } }, level: 'important' },
      { matter: { assessment: { urgent: true, important: true } }, level: 'urgent' },
    ],
    overdue: { stage: 'closing' },
  },
  {
    regulation: 'omnichannel-72h',
    deadlines: [
      { stage: 'classification', amount: 30, unit: 'MINUTES', startsAt: 'RECEIPT' },
      { stage: 'first-reply', amount: 24, unit: 'HOURS', startsAt: 'RECEIPT' },
      { stage: 'solution', amount: 72, unit: 'HOURS', startsAt: 'RECEIPT' },
    ],
    levels: [
      { matter: {}, level: 'ordinary' },
      { matter: { classification: { urgency: 'urgent' } }, level: 'urgent' },
      { matter: { assessment: { major: true } }, level: 'major' },
    ],
    dissatisfied: ['REMEDIAL_MEASURES'],
    overdue: { stage: 'first-reply' },
  },
  {
    regulation: 'company-seven-step',
    deadlines: [
      {
        stage: 'processing',
        amount: 5,
        unit: 'WORKING_DAYS',
        startsAt: 'STAGE:decision',
        openValue: 'processedWithin',
      },
    ],
    dissatisfied: ['APPEAL'],
    overdue: { stage: 'processing' },
  },
  {
    regulation: 'company-case-number-followup',
    deadlines: [
      {
        stage: 'investigation',
        amount: 3,
        unit: 'WORKING_DAYS',
        startsAt: 'RECEIPT',
        openValue: 'investigatedWithin',
      },
      {
        stage: 'execution',
        amount: 7,
        unit: 'WORKING_DAYS',
        startsAt: 'STAGE:agreement',
        openValue: 'executedWithin',
      },
    ],
    dissatisfied: ['HAND_TO_SUPERIOR'],
    overdue: { stage: 'investigation' },
  },
];

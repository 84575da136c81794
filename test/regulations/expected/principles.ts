import type { Expectations } from '../expectations';

/** Texts that say who and in which order rather than by when. */
export const PRINCIPLES: readonly Expectations[] = [
  {
    regulation: 'company-six-step',
    course: ['verification', 'investigation', 'proposal', 'reply', 'confirmation', 'execution'],
  },
  { regulation: 'company-penalty-template', course: ['verification', 'investigation', 'proposal', 'reply'] },
  {
    regulation: 'company-case-library',
    levels: [
      { matter: {}, level: 'ordinary' },
      { matter: { assessment: { majorIncident: true } }, level: 'major' },
    ],
  },
  { regulation: 'company-five-aspects' },
  {
    regulation: 'company-multi-channel-template',
    levels: [
      { matter: {}, level: 'ordinary' },
      { matter: { assessment: { major: true } }, level: 'major' },
    ],
  },
  {
    regulation: 'generic-process-essay-a',
    deadlines: [
      { stage: 'closing', amount: 10, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', openValue: 'handlingWithin' },
    ],
    overdue: { stage: 'closing' },
  },
  {
    regulation: 'generic-process-essay-b',
    deadlines: [
      { stage: 'closing', amount: 15, unit: 'CALENDAR_DAYS', startsAt: 'RECEIPT', openValue: 'handlingWithin' },
    ],
    overdue: { stage: 'closing' },
  },
  {
    regulation: 'enquiry-and-complaint',
    usual: { kind: 'EMPLOYEE' },
    deadlines: [{ stage: 'closing', amount: 7, unit: 'WORKING_DAYS', startsAt: 'RECEIPT', openValue: 'handledWithin' }],
    overdue: { stage: 'closing' },
  },
  { regulation: 'cs-detailed-rules' },
  { regulation: 'cs-general-provisions' },
  { regulation: 'grievance-techniques' },
  { regulation: 'company-stub' },
];

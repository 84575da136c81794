import type { Role } from '@redress/kernel';
import type { NamedParty, ReportDefinition, Words } from '../model/report-definition.model';
import type { SectionCode } from './section-templates.model';
import { PERSONAL_SECTIONS, sectionsFor, STANDARD_SECTIONS } from './report-templates.model';

interface StandardReport {
  readonly label: Words;
  readonly signers: readonly Role[];
  readonly sections: readonly SectionCode[];
}

/** Reports that every organisation may ask for, whatever its regulation says. */
const STANDARD_REPORTS: Readonly<Record<string, StandardReport>> = {
  'standard-statistics': {
    label: { zh: '投诉统计表', en: 'Complaint statistics' },
    signers: [],
    sections: STANDARD_SECTIONS,
  },
  'standard-annual-return': {
    label: { zh: '监管年度报表', en: 'Annual return to the regulator' },
    signers: ['manager'],
    sections: [
      ...['overview', 'validity', 'rates', 'deadlines', 'durations', 'byCategory', 'byProduct', 'byRegion'],
      ...['byChannel', 'closedByOutcome', 'settled', 'satisfaction', 'trend'],
    ] as readonly SectionCode[],
  },
  'standard-major-complaints': {
    label: { zh: '重大投诉报告', en: 'Major complaints' },
    signers: ['manager'],
    sections: ['byLevel', 'levelByCategory', 'escalations', 'overdueByDepartment'],
  },
  'standard-staffing': {
    label: { zh: '人员配置', en: 'Staffing' },
    signers: [],
    sections: ['workload', 'byDay'],
  },
  'standard-staff-appraisal': {
    label: { zh: '人员考核', en: 'Staff appraisal' },
    signers: ['manager'],
    sections: ['departmentPerformance', 'staffPerformance', 'satisfaction'],
  },
};

/** Their definitions, in the form of a regulation’s. */
export function standardReports(): readonly ReportDefinition[] {
  return Object.entries(STANDARD_REPORTS).map(([code, { label, signers }]) => ({
    ...{ code, label, period: 'PERIODIC' as const, dueDay: null, madeBy: [], readers: [], contents: [] },
    signers: signers.map(partyOf),
    regulation: null,
  }));
}

/** The sections of a report and the words of its regulation that nothing is known of. */
export function sectionsOf({
  code,
  contents,
  regulation,
}: Pick<ReportDefinition, 'code' | 'contents' | 'regulation'>): {
  readonly sections: readonly SectionCode[];
  readonly unknown: readonly string[];
} {
  const standard = regulation === null ? STANDARD_REPORTS[code] : undefined;
  return standard === undefined ? sectionsFor(contents) : { sections: standard.sections, unknown: [] };
}

/** Whether a report has figures that single out people. */
export function isPersonal(definition: ReportDefinition): boolean {
  return sectionsOf(definition).sections.some((code) => PERSONAL_SECTIONS.includes(code));
}

const partyOf = (role: Role): NamedParty => ({ party: role, label: { zh: ROLE_NAMES[role] ?? role, en: role }, role });
const ROLE_NAMES: Readonly<Partial<Record<Role, string>>> = { manager: '经理', admin: '管理员' };

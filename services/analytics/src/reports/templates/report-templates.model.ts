import type { SectionCode } from './section-templates.model';

/** What a report shows where the regulation asks for one and leaves open what is in it. */
export const STANDARD_SECTIONS: readonly SectionCode[] = [
  'overview',
  'durations',
  'deadlines',
  'satisfaction',
  'settled',
  'byCategory',
  'byChannel',
  'byDepartment',
  'byCause',
  'trend',
];

const CAUSES: readonly SectionCode[] = ['byCause', 'causeByCategory'];
const PROBLEMS: readonly SectionCode[] = ['byCategory', 'byProduct', 'regionByCategory', 'recurring'];
const POINTS: readonly SectionCode[] = ['improvementPoints', 'improvementEvidence', 'improvementCourse'];
const IMPROVEMENTS: readonly SectionCode[] = ['byCause', 'improvements', ...POINTS];
const CASES: readonly SectionCode[] = ['overview', 'byCategory', 'byCause', 'closedByOutcome'];
const PERFORMANCE: readonly SectionCode[] = ['deadlines', 'durations', 'satisfaction', 'rates'];

/** What stands for each word by which regulations say what a report contains. */
export const CONTENT_SECTIONS: Readonly<Record<string, readonly SectionCode[]>> = {
  accuracy: ['rates', 'validity'],
  'administrative-sanctions': ['sanctions'],
  cases: CASES,
  categories: ['byCategory'],
  category: ['byCategory'],
  cause: CAUSES,
  causes: CAUSES,
  'closed-cases': ['closedByCategory', 'closedByOutcome', 'settled'],
  'common-causes': CAUSES,
  'complaint-count': ['overview', 'byChannel'],
  complaints: CASES,
  'complaints-by-unit': ['byDepartment', 'byRegion'],
  contacts: ['overview', 'byChannel', 'byItemType'],
  count: ['overview'],
  'deadline-attainment': ['deadlines', 'overdueByDepartment'],
  department: ['departmentPerformance'],
  duties: ['deadlines', 'reminders'],
  effectiveness: ['overview', 'deadlines', 'durations', 'closedByOutcome'],
  experience: ['overview', 'byCause', 'closedByOutcome', 'improvements'],
  improvement: IMPROVEMENTS,
  'improvement-measures': ['improvements'],
  'improvement-points': IMPROVEMENTS,
  improvements: IMPROVEMENTS,
  'key-problems': PROBLEMS,
  lessons: ['byCause', 'improvements'],
  number: ['overview'],
  person: ['staffPerformance'],
  'potential-problems': PROBLEMS,
  problems: PROBLEMS,
  procedure: ['stages', 'reminders'],
  'quality-early-warning': ['recurring', 'trend', 'regionByCategory'],
  regions: ['byRegion', 'regionByCategory'],
  regularities: ['trend', 'byCause', 'regionByCategory'],
  'responsibility-by-department': ['responsibility'],
  result: ['closedByOutcome', 'settled'],
  satisfaction: ['satisfaction', 'satisfactionByCategory'],
  'scope-of-impact': ['byRegion', 'byProduct', 'bySegment'],
  'service-improvement': ['improvements', 'satisfaction'],
  'service-quality': PERFORMANCE,
  solutions: ['closedByOutcome', 'settled', 'improvements'],
  'special-problems': ['byLevel', 'recurring', 'closedByOutcome'],
  stock: ['stock'],
  team: ['departmentPerformance', 'staffPerformance'],
  timeliness: ['deadlines', 'durations'],
  trends: ['trend'],
  turnover: ['turnover'],
  'type-distribution': ['byCategory', 'byItemType'],
  'work-orders-of-the-contact-centre': ['byDepartment', 'stages'],
};

/** What a section shows of a word that stands nowhere above: a regulation that an organisation wrote may use any. */
export function sectionsFor(contents: readonly string[]): {
  readonly sections: readonly SectionCode[];
  readonly unknown: readonly string[];
} {
  if (contents.length === 0) return { sections: STANDARD_SECTIONS, unknown: [] };
  const known = (word: string) => (Object.hasOwn(CONTENT_SECTIONS, word) ? CONTENT_SECTIONS[word] : undefined);
  return {
    sections: [...new Set(contents.flatMap((word) => known(word) ?? []))],
    unknown: contents.filter((word) => known(word) === undefined),
  };
}

/** Sections whose figures single out people, and so are not for everybody who reads figures. */
export const PERSONAL_SECTIONS: readonly SectionCode[] = ['staffPerformance'];

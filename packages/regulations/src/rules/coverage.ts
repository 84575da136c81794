import { scenarioOf, type Coverage, type Rule, type Rulebook } from './rules.model';

/** What shows a rule: steps of the scenario of its regulation, other test files, or the reason why nothing does yet. */
export interface Proof {
  readonly steps: readonly string[];
  readonly files: readonly string[];
  readonly later?: string;
}

/** The step for a place in the data: that of the longest pattern that leads to it. */
export function stepFor({ data }: Coverage, pointer: string): string | undefined {
  const segments = pointer.split('/');
  const [longest] = Object.keys(data)
    .filter((pattern) => pattern.split('/').every((part, index) => part === '*' || part === segments[index]))
    .sort((one, other) => other.split('/').length - one.split('/').length);
  return longest === undefined ? undefined : data[longest];
}

/** What shows a rule; nothing when neither the rule nor the coverage says so. */
export function proofOf(coverage: Coverage, regulation: string, rule: Rule): Proof | undefined {
  if (rule.test !== undefined) return named(regulation, [rule.test]);
  if (rule.data !== undefined) {
    const steps = rule.data.map((pointer) => stepFor(coverage, pointer));
    return steps.some((step) => step === undefined) ? undefined : named(regulation, steps.map(String));
  }
  const feature = rule.feature === undefined ? undefined : coverage.features[rule.feature];
  if (feature === undefined) return undefined;
  return 'later' in feature ? { steps: [], files: [], later: feature.later } : named(regulation, [feature.test]);
}

/** The steps that the scenario of a regulation has to take so that every row which names one is true. */
export function stepsThatShow({ rules, coverage }: Pick<Rulebook, 'rules' | 'coverage'>, regulation: string): string[] {
  const steps = rules
    .filter((file) => file.regulation === regulation)
    .flatMap((file) => file.rules.flatMap((rule) => proofOf(coverage, regulation, rule)?.steps ?? []));
  return [...new Set(steps)];
}

/** A name with a path is a test file; any other is a step of the scenario. */
function named(regulation: string, tests: readonly string[]): Proof {
  const files = tests.filter((test) => test.endsWith('.test.ts'));
  const steps = [...new Set(tests.filter((test) => !test.endsWith('.test.ts')))];
  return { steps, files: steps.length === 0 ? files : [...files, scenarioOf(regulation)] };
}

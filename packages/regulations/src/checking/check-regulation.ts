import { regulationSchema, type Regulation } from '../regulation/regulation.model';
import { conditionProblems } from './condition.rules';
import { jsonSource, pointerOf } from './json-source';
import { overlappingLevels, unreachableLevels } from './level.rules';
import { partiesNamedAsRoles, repeatedNames, unknownPerformers } from './name.rules';
import { choicesWithoutOptions, impossibleLimits, numberingProblems, openValueProblems } from './open-value.rules';
import { danglingReferences } from './reference.rules';
import { schemaProblems, type ContentProblem } from './schema-problems';
import { circularStages, indistinguishableStages, unreachableReturns } from './stage.rules';

/** A mistake in a regulation file. */
export interface RegulationProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column?: number;
  /** Path in the file as a JSON pointer, for example `/stages/2/performers/0`. */
  readonly path: string;
  readonly expected: string;
  readonly found?: string;
}

type Rule = (regulation: Regulation) => readonly ContentProblem[];

const RULES: readonly Rule[] = [
  repeatedNames,
  partiesNamedAsRoles,
  unknownPerformers,
  danglingReferences,
  openValueProblems,
  numberingProblems,
  choicesWithoutOptions,
  impossibleLimits,
  conditionProblems,
  overlappingLevels,
  unreachableLevels,
  circularStages,
  indistinguishableStages,
  unreachableReturns,
];

/** The mistakes in a regulation file, each with its place and what was expected there; none when the file is good. */
export function checkRegulation(file: string, content: string): readonly RegulationProblem[] {
  const source = jsonSource(content);
  if (source.problems.length > 0) return source.problems.map((problem) => ({ file, ...problem }));
  const parsed = parseRegulation(content);
  const problems = 'regulation' in parsed ? RULES.flatMap((rule) => rule(parsed.regulation)) : parsed.problems;
  return problems
    .map(({ path, ...problem }) => ({ file, ...source.positionOf(path), path: pointerOf(path), ...problem }))
    .sort((one, other) => one.line - other.line || one.column - other.column);
}

/** A mistake in one line: `file:line:column path: expected …, found …`. */
export function describeProblem({ file, line, column, path, expected, found }: RegulationProblem): string {
  const place = [file, line, ...(column === undefined ? [] : [column])].join(':');
  return `${place} ${path || '/'}: expected ${expected}${found === undefined ? '' : `, found ${found}`}`;
}

function parseRegulation(
  content: string,
): { readonly regulation: Regulation } | { readonly problems: readonly ContentProblem[] } {
  const value: unknown = JSON.parse(content);
  const parsed = regulationSchema.safeParse(value);
  return parsed.success ? { regulation: parsed.data } : { problems: schemaProblems(parsed.error.issues, value) };
}

import type { z } from 'zod';
import { regulationSchema } from '../regulation/regulation.model';
import type { SourcePath } from './json-source';
import { oneOf } from './nearest-name';
import { membersAt } from './schema-walk';

/** A mistake in what a file says. */
export interface ContentProblem {
  readonly path: SourcePath;
  readonly expected: string;
  readonly found?: string;
}

const SHOWN = 80;

/** Where a file departs from the format: members that are missing, unknown or of another kind. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[], content: unknown): readonly ContentProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], content));
}

function problemsOf(issue: z.core.$ZodIssue, within: SourcePath, content: unknown): readonly ContentProblem[] {
  const path = [...within, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const value = valueAt(content, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      expected: oneOf(membersAt(regulationSchema, path), key),
      found: `the unknown member ${key}`,
    }));
  }
  const problem = { path, expected: expectation(issue, value), found: shown(value) };
  return (issue.code === 'invalid_union' ? bestBranch(issue.errors, path, content) : undefined) ?? [problem];
}

function expectation(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String), value);
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_format') return `text like ${issue.pattern ?? issue.format}`;
  return issue.message;
}

/** Of the forms that a value may take, the one that it comes closest to tells most. */
function bestBranch(
  branches: readonly (readonly z.core.$ZodIssue[])[],
  path: SourcePath,
  content: unknown,
): readonly ContentProblem[] | undefined {
  const problems = branches.map((issues) => issues.flatMap((issue) => problemsOf(issue, path, content)));
  const isKindred = (branch: readonly ContentProblem[]): boolean =>
    branch.some((each) => each.path.length > path.length);
  const kindred = problems.filter(isKindred);
  if (kindred.length > 0) return kindred.reduce((best, next) => (next.length < best.length ? next : best));
  const [first] = problems.flat();
  if (first === undefined) return undefined;
  return [{ ...first, expected: [...new Set(problems.flat().map(({ expected }) => expected))].join(', or ') }];
}

function valueAt(content: unknown, path: SourcePath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined,
    content,
  );
}

/** A value as it stands in the file, cut short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

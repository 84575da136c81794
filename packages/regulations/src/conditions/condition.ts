import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import type { Regulation } from '../regulation/regulation.model';
import { nodesOf } from './condition-tree';
import { celFacts, celTypeOf, type KnownFacts } from './facts-of';
import { COMMON_FACTS } from './facts.model';

type Compiled = (facts: Record<string, unknown>) => unknown;

interface Conditions {
  readonly environment: Environment;
  readonly compiled: Map<string, Compiled>;
}

/** What is wrong with a condition, and where in its text. */
export interface ConditionProblem {
  readonly problem: string;
  /** Offset in the condition. */
  readonly at: number;
}

/** A pattern over what complainants write could keep a service busy for hours. */
const NO_PATTERNS = 'matches is not available; contains, startsWith and endsWith are';
const LIMITS = { maxAstNodes: 500, maxDepth: 40 };
const conditionsOf = new WeakMap<Regulation, Conditions>();

/** Whether a condition of a regulation holds; one that is absent always does. Throws `Error` for one that was not checked. */
export function conditionHolds(regulation: Regulation, condition: string | undefined, facts: KnownFacts): boolean {
  if (condition === undefined) return true;
  return evaluated(regulation, condition, celFacts(regulation, facts));
}

/** Tells which conditions hold, for callers that ask for many of them with the same facts. */
export function conditionsWith(regulation: Regulation, facts: KnownFacts): (condition: string | undefined) => boolean {
  let inCel: Record<string, unknown> | undefined;
  return (condition) =>
    condition === undefined || evaluated(regulation, condition, (inCel ??= celFacts(regulation, facts)));
}

/** What is wrong with a condition: it does not parse, speaks of an unknown fact, or is not true or false. */
export function conditionProblem(
  regulation: Pick<Regulation, 'assessment' | 'recordCard' | 'classification'>,
  condition: string,
): ConditionProblem | undefined {
  return problemIn(environmentOf(regulation), condition);
}

function problemIn(environment: Environment, condition: string): ConditionProblem | undefined {
  const { valid, type, error } = environment.check(condition);
  if (!valid) return { problem: error?.summary ?? 'cannot be read', at: error?.range?.start ?? 0 };
  const pattern = [...nodesOf(environment.parse(condition).ast)].find(isPatternMatch);
  if (pattern !== undefined) return { problem: NO_PATTERNS, at: pattern.start };
  return type === 'bool' ? undefined : { problem: `is of type ${type ?? 'unknown'}, not bool`, at: 0 };
}

function isPatternMatch({ op, args }: ASTNode): boolean {
  return (op === 'call' || op === 'rcall') && args[0] === 'matches';
}

function evaluated(regulation: Regulation, condition: string, facts: Record<string, unknown>): boolean {
  let conditions = conditionsOf.get(regulation);
  if (conditions === undefined) {
    conditions = { environment: environmentOf(regulation), compiled: new Map() };
    conditionsOf.set(regulation, conditions);
  }
  let compiled = conditions.compiled.get(condition);
  if (compiled === undefined) {
    const problem = problemIn(conditions.environment, condition);
    if (problem !== undefined) throw new Error(`condition of ${regulation.id}: ${condition}: ${problem.problem}`);
    compiled = conditions.environment.parse(condition) as Compiled;
    conditions.compiled.set(condition, compiled);
  }
  return compiled(facts) === true;
}

/** The facts that conditions of a regulation may speak of, each with its type. */
export function environmentOf(
  regulation: Pick<Regulation, 'assessment' | 'recordCard' | 'classification'>,
): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: false, limits: LIMITS });
  const declared = {
    classification: Object.fromEntries(regulation.classification.map(({ axis }) => [axis, 'string'])),
    assessment: Object.fromEntries(regulation.assessment.map(({ key, type }) => [key, celTypeOf(type)])),
    card: Object.fromEntries(regulation.recordCard.fields.map(({ key, type }) => [key, celTypeOf(type)])),
  };
  for (const [name, schema] of Object.entries({ ...COMMON_FACTS, ...declared })) {
    environment.registerVariable({ name, schema: { ...schema } });
  }
  return environment;
}

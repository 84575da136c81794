import type { ASTNode } from '@marcbachmann/cel-js';
import { conditionHolds, conditionProblem, environmentOf } from '../conditions/condition';
import { nodesOf } from '../conditions/condition-tree';
import { regulationSchema, type Regulation } from '../regulation/regulation.model';
import {
  CHANNELS,
  COMPLAINANT_KINDS,
  condition as conditionSchema,
  ITEM_TYPES,
  REMEDY_KINDS,
} from '../regulation/vocabulary.model';
import type { SourcePath } from './json-source';
import { oneOf } from './nearest-name';
import { shown, type ContentProblem } from './schema-problems';
import { describedValues, isSamePart } from './schema-walk';

/** A condition of a regulation and where it stands. */
export interface PlacedCondition {
  readonly path: SourcePath;
  readonly condition: string;
}

/** Every condition of a regulation. */
export function conditionsOf(regulation: Regulation): readonly PlacedCondition[] {
  return [...describedValues(regulationSchema, regulation)]
    .filter(({ schema }) => isSamePart(schema, conditionSchema))
    .map(({ value, path }) => ({ path, condition: value as string }));
}

/** Conditions parse, speak of declared facts, are true or false, and compare with values that these facts can have. */
export function conditionProblems(regulation: Regulation): readonly ContentProblem[] {
  const environment = environmentOf(regulation);
  const values = valuesOfFacts(regulation);
  return conditionsOf(regulation).flatMap(({ path, condition }) => {
    const problem = conditionProblem(regulation, condition);
    if (problem !== undefined) {
      const expected = 'a condition over declared facts that is true or false';
      return [
        { path, expected, found: `${condition} (${problem.problem}, at character ${(problem.at + 1).toString()})` },
      ];
    }
    const impossible = impossibleComparisons(environment.parse(condition).ast, values);
    return impossible.length > 0
      ? impossible.map(({ fact, value, possible }) => ({
          path,
          expected: `for ${fact} ${oneOf(possible, value)}`,
          found: shown(value),
        }))
      : failing(regulation, path, condition);
  });
}

/** What type checking does not see, for example a pattern that is no regular expression. */
function failing(regulation: Regulation, path: SourcePath, condition: string): ContentProblem[] {
  try {
    conditionHolds(regulation, condition, {});
    return [];
  } catch (error) {
    const found = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'a failure';
    return [{ path, expected: 'a condition that can be evaluated', found: `${condition} (${found})` }];
  }
}

/** By fact, the values that it can have, where these are known. */
function valuesOfFacts(regulation: Regulation): ReadonlyMap<string, readonly string[]> {
  const { itemTypes, channelClasses, levels, validity, classification, assessment, recordCard } = regulation;
  const choices = (
    facts: readonly { key: string; options?: readonly { code: string }[] | undefined }[],
    group: string,
  ) =>
    facts.flatMap(({ key, options }): [string, readonly string[]][] =>
      options === undefined ? [] : [[`${group}.${key}`, options.map(({ code }) => code)]],
    );
  return new Map<string, readonly string[]>([
    ['item.type', itemTypes.length === 0 ? ITEM_TYPES : itemTypes.map(({ type }) => type)],
    ['item.kind', itemTypes.flatMap(({ kinds = [] }) => kinds.map(({ code }) => code))],
    ['item.channel', CHANNELS],
    ['item.channelClass', channelClasses.map((each) => each.class)],
    ['complainant.kind', COMPLAINANT_KINDS],
    ['case.level', levels?.values.map(({ level }) => level) ?? []],
    ['case.validity', validity?.values.map((each) => each.validity) ?? ['VALID', 'INVALID', 'UNDETERMINED']],
    ['decision.remedies', REMEDY_KINDS],
    ...classification.map(({ axis, values }): [string, readonly string[]] => [
      `classification.${axis}`,
      values.map(({ code }) => code),
    ]),
    ...choices(assessment, 'assessment'),
    ...choices(recordCard.fields, 'card'),
  ]);
}

interface ImpossibleComparison {
  readonly fact: string;
  readonly value: string;
  readonly possible: readonly string[];
}

function impossibleComparisons(
  expression: ASTNode,
  values: ReadonlyMap<string, readonly string[]>,
): readonly ImpossibleComparison[] {
  return [...nodesOf(expression)].flatMap((node) => {
    if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return [];
    const [left, right] = node.args;
    const fact = factOf(left) ?? factOf(right);
    const possible = fact === undefined ? undefined : values.get(fact);
    if (fact === undefined || possible === undefined) return [];
    return [...textsOf(left), ...textsOf(right)]
      .filter((value) => value !== '' && !possible.includes(value))
      .map((value) => ({ fact, value, possible }));
  });
}

function factOf(node: ASTNode): string | undefined {
  if (node.op === '.') {
    const [group, fact] = node.args;
    return group.op === 'id' ? `${group.args}.${fact}` : undefined;
  }
  if (node.op !== '[]') return undefined;
  const [group, fact] = node.args;
  return group.op === 'id' && fact.op === 'value' && typeof fact.args === 'string'
    ? `${group.args}.${fact.args}`
    : undefined;
}

function textsOf(node: ASTNode): readonly string[] {
  if (node.op === 'list') return node.args.flatMap(textsOf);
  return node.op === 'value' && typeof node.args === 'string' ? [node.args] : [];
}

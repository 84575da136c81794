import { Kind, type FieldNode, type GraphQLField, type ValueNode, type VariableDefinitionNode } from 'graphql';

/** The arguments of a field that say how many objects it answers. */
export interface ListArguments {
  /** The number asked for, never below 0; 25 when none is. */
  readonly pageSize: (variables: Readonly<Record<string, unknown>>) => number;
}

const DEFAULT_PAGE = 25;
const SIZING_ARGUMENTS = new Set(['first', 'last', 'ids']);

type Variables = Readonly<Record<string, unknown>>;

/** Reads the page-size or id-list argument of a field; `undefined` when the schema gives it none. */
export function listArguments(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  variables: readonly VariableDefinitionNode[],
): ListArguments | undefined {
  if (!definition.args.some(({ name }) => SIZING_ARGUMENTS.has(name))) return undefined;
  const given = (field.arguments ?? []).filter(({ name }) => SIZING_ARGUMENTS.has(name.value));
  if (given.length === 0) return { pageSize: constant(DEFAULT_PAGE) };
  const sizes = given.map(({ value }) => sizeOf(value, variables));
  return { pageSize: (values) => Math.max(0, ...sizes.map((size) => size(values))) };
}

function sizeOf(value: ValueNode, definitions: readonly VariableDefinitionNode[]): (variables: Variables) => number {
  if (value.kind === Kind.INT) return constant(Number(value.value));
  if (value.kind === Kind.LIST) return constant(value.values.length);
  if (value.kind !== Kind.VARIABLE) return constant(DEFAULT_PAGE);
  const name = value.name.value;
  const otherwise = definitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  const fallback = otherwise === undefined ? constant(DEFAULT_PAGE) : sizeOf(otherwise, []);
  return (variables) => {
    const actual = variables[name];
    if (Array.isArray(actual)) return actual.length;
    return typeof actual === 'number' ? actual : fallback(variables);
  };
}

function constant(size: number): () => number {
  return () => size;
}

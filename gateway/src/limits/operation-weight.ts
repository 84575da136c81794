import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { listArguments, type ListArguments } from './list-arguments';

/** How many times a field's own selections count: a constant, or what a page-size argument says. */
export type Multiplier = (variables: Readonly<Record<string, unknown>>) => number;

/** A selection set as a sum that can be worked out for given variables. Fragments are shared, not repeated. */
export interface WeightNode {
  readonly fields: readonly FieldWeight[];
  /** Fields below, with fragments in place. */
  readonly selections: number;
  readonly depth: number;
}

/** One field: what it costs itself, and how often what is below it counts. */
export interface FieldWeight {
  readonly own: number;
  readonly times: Multiplier;
  readonly below: WeightNode;
}

/** What is known of an operation's size once it was looked through. */
export interface OperationWeight {
  readonly root: WeightNode;
  readonly base: number;
  readonly lists: readonly ListArguments[];
}

const EMPTY: WeightNode = { fields: [], selections: 0, depth: 0 };
const MUTATION_COST = 10;
/** Assumed length of a list that no argument bounds. */
const UNBOUNDED_LIST = 5;
const PAGE_CONTENT = new Set(['nodes', 'edges']);

/** Looks an operation through once. The document must be valid: no fragment cycles, no unknown fields. */
export function weighOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): OperationWeight {
  const lists: ListArguments[] = [];
  const known = new Map<string, WeightNode>();

  function weigh(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined, page?: Multiplier): WeightNode {
    if (set === undefined || type === undefined || !isCompositeType(type)) return EMPTY;
    const nodes = set.selections.map((selection): WeightNode => {
      if (selection.kind === Kind.FIELD) return weighField(selection, type, page);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return weigh(selection.selectionSet, condition === undefined ? type : schema.getType(condition), page);
      }
      return weighFragment(selection.name.value, page);
    });
    return {
      fields: nodes.flatMap(({ fields }) => fields),
      selections: nodes.reduce((sum, node) => sum + node.selections, 0),
      depth: Math.max(0, ...nodes.map(({ depth }) => depth)),
    };
  }

  function weighFragment(name: string, page: Multiplier | undefined): WeightNode {
    // A fragment of a connection's content is rare; it counts as unbounded rather than being weighed per page.
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    const fragment = fragments.get(name);
    const node = weigh(fragment?.selectionSet, schema.getType(fragment?.typeCondition.name.value ?? ''), page);
    const shared = { ...node, fields: [{ own: 0, times: () => 1, below: node }] };
    known.set(name, shared);
    return shared;
  }

  function weighField(field: FieldNode, parent: GraphQLNamedType, page: Multiplier | undefined): WeightNode {
    const name = field.name.value;
    if (name.startsWith('__')) return EMPTY;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (definition === undefined) return EMPTY;
    const sizes = listArguments(field, definition, operation.variableDefinitions ?? []);
    if (sizes !== undefined) lists.push(sizes);
    const named = getNamedType(definition.type);
    const below = weigh(field.selectionSet, named, sizes?.pageSize);
    const own = isCompositeType(named) ? 1 : 0;
    const times = isList(definition.type) ? listLength(name, sizes, page) : () => 1;
    return { fields: [{ own, times, below }], selections: below.selections + 1, depth: below.depth + 1 };
  }

  const type = schema.getRootType(operation.operation) ?? undefined;
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  return { root: weigh(operation.selectionSet, type), base, lists };
}

function listLength(name: string, sizes: ListArguments | undefined, page: Multiplier | undefined): Multiplier {
  if (sizes !== undefined) return sizes.pageSize;
  return page !== undefined && PAGE_CONTENT.has(name) ? page : () => UNBOUNDED_LIST;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The cost of an operation with these variables: one for each object that may be answered, ten for a mutation. */
export function costOf({ root, base }: OperationWeight, variables: Readonly<Record<string, unknown>>): number {
  const known = new Map<WeightNode, number>();
  const sum = (node: WeightNode): number => {
    const earlier = known.get(node);
    if (earlier !== undefined) return earlier;
    const total = node.fields.reduce((cost, { own, times, below }) => cost + times(variables) * (own + sum(below)), 0);
    known.set(node, total);
    return total;
  };
  return Math.min(base + sum(root), Number.MAX_SAFE_INTEGER);
}

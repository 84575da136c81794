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

/** How many times a field's own selections count: a constant, a page-size argument, or the page around the field. */
export type Multiplier = (variables: Readonly<Record<string, unknown>>, page: number) => number;

/** A selection set as a sum that can be worked out for given variables. Fragments are shared, not repeated. */
export interface WeightNode {
  readonly fields: readonly FieldWeight[];
  /** Fields below, with fragments in place. */
  readonly selections: number;
  readonly depth: number;
}

/** One field, or one fragment: what it costs itself, and how often what is below it counts. */
export interface FieldWeight {
  readonly own: number;
  readonly times: Multiplier;
  /** How long the lists of what is directly below it count, where no argument of theirs says so. */
  readonly page: Multiplier;
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
const AROUND: Multiplier = (_variables, page) => page;
const PAGE_CONTENT = new Set(['nodes', 'edges']);

/** Looks an operation through once. The document must be valid: no fragment cycles, no unknown fields. */
export function weighOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): OperationWeight {
  const lists: ListArguments[] = [];
  const known = new Map<string, WeightNode>();

  function weigh(set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): WeightNode {
    if (set === undefined || type === undefined || !isCompositeType(type)) return EMPTY;
    const nodes = set.selections.map((selection): WeightNode => {
      if (selection.kind === Kind.FIELD) return weighField(selection, type);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return weigh(selection.selectionSet, condition === undefined ? type : schema.getType(condition));
      }
      return weighFragment(selection.name.value);
    });
    return {
      fields: nodes.flatMap(({ fields }) => fields),
      selections: nodes.reduce((sum, node) => sum + node.selections, 0),
      depth: Math.max(0, ...nodes.map(({ depth }) => depth)),
    };
  }

  /** Looked through once, though what it costs may differ from place to place: it may be the content of any page. */
  function weighFragment(name: string): WeightNode {
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    const fragment = fragments.get(name);
    const node = weigh(fragment?.selectionSet, schema.getType(fragment?.typeCondition.name.value ?? ''));
    const shared = { ...node, fields: [{ own: 0, times: () => 1, page: AROUND, below: node }] };
    known.set(name, shared);
    return shared;
  }

  function weighField(field: FieldNode, parent: GraphQLNamedType): WeightNode {
    const name = field.name.value;
    if (name.startsWith('__')) return EMPTY;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (definition === undefined) return EMPTY;
    const sizes = listArguments(field, definition, operation.variableDefinitions ?? []);
    if (sizes !== undefined) lists.push(sizes);
    const named = getNamedType(definition.type);
    const below = weigh(field.selectionSet, named);
    const own = isCompositeType(named) ? 1 : 0;
    const times = isList(definition.type) ? listLength(name, sizes) : () => 1;
    const page = sizes?.pageSize ?? (() => UNBOUNDED_LIST);
    return { fields: [{ own, times, page, below }], selections: below.selections + 1, depth: below.depth + 1 };
  }

  const type = schema.getRootType(operation.operation) ?? undefined;
  const base = operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0;
  return { root: weigh(operation.selectionSet, type), base, lists };
}

function listLength(name: string, sizes: ListArguments | undefined): Multiplier {
  if (sizes !== undefined) return sizes.pageSize;
  return PAGE_CONTENT.has(name) ? AROUND : () => UNBOUNDED_LIST;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** The cost of an operation with these variables: one for each object that may be answered, ten for a mutation. */
export function costOf({ root, base }: OperationWeight, variables: Readonly<Record<string, unknown>>): number {
  const known = new Map<WeightNode, Map<number, number>>();
  const sum = (node: WeightNode, around: number): number => {
    const ofNode = known.get(node) ?? new Map<number, number>();
    known.set(node, ofNode);
    const earlier = ofNode.get(around);
    if (earlier !== undefined) return earlier;
    const total = node.fields.reduce(
      (cost, { own, times, page, below }) =>
        cost + times(variables, around) * (own + sum(below, page(variables, around))),
      0,
    );
    ofNode.set(around, total);
    return total;
  };
  return Math.min(base + sum(root, UNBOUNDED_LIST), Number.MAX_SAFE_INTEGER);
}

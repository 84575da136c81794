import { getNamedType, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType, Kind } from 'graphql';
import type {
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { ALWAYS, either, under, type Condition } from './selection-condition';

/** Which values a field may have: nullable or not, at each level of list. */
export interface TypeShape {
  readonly nonNull: boolean;
  readonly items?: TypeShape;
}

/** One field of the answer. */
export interface FieldShape {
  readonly key: string;
  readonly isTypeName: boolean;
  readonly condition: Condition;
  readonly type: TypeShape;
  /** Names of an enum's values that clients may see. */
  readonly values?: ReadonlySet<string>;
  readonly object?: ObjectShape;
}

/** The fields of an object, for each concrete type it may have. */
export interface ObjectShape {
  /** The concrete type, when there is only one. */
  readonly typeName: string | undefined;
  fieldsOf(typeName: string): readonly FieldShape[] | undefined;
}

interface Source {
  readonly selectionSet: SelectionSetNode;
  readonly condition: Condition;
}

interface Collected {
  readonly field: GraphQLField<unknown, unknown> | undefined;
  condition: Condition;
  readonly sources: Source[];
}

/** Works out once which answer an operation asks for. */
export function responseShape(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ObjectShape {
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) throw new Error(`the graph has no ${operation.operation}`);
  return objectShape({ schema, fragments }, root, [{ selectionSet: operation.selectionSet, condition: ALWAYS }]);
}

interface Compilation {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function objectShape(compilation: Compilation, type: GraphQLOutputType, sources: readonly Source[]): ObjectShape {
  const known = new Map<string, readonly FieldShape[] | undefined>();
  return {
    typeName: isObjectType(type) ? type.name : undefined,
    fieldsOf(typeName) {
      if (!known.has(typeName)) {
        const concrete = compilation.schema.getType(typeName);
        known.set(typeName, isObjectType(concrete) ? fieldShapes(compilation, concrete, sources) : undefined);
      }
      return known.get(typeName);
    },
  };
}

function fieldShapes(compilation: Compilation, type: GraphQLObjectType, sources: readonly Source[]): FieldShape[] {
  const collected = new Map<string, Collected>();
  for (const source of sources) collect(compilation, type, source, collected);
  return [...collected].map(([key, { field, condition, sources: inner }]) => {
    if (field === undefined) return { key, isTypeName: true, condition, type: { nonNull: true } };
    const named = getNamedType(field.type);
    return {
      key,
      isTypeName: false,
      condition,
      type: typeShape(field.type),
      ...(isEnumType(named) ? { values: new Set(named.getValues().map(({ name }) => name)) } : {}),
      ...(inner.length === 0 ? {} : { object: objectShape(compilation, named, inner) }),
    };
  });
}

function collect(
  compilation: Compilation,
  type: GraphQLObjectType,
  source: Source,
  into: Map<string, Collected>,
): void {
  for (const selection of source.selectionSet.selections) {
    const condition = under(source.condition, selection.directives ?? []);
    if (condition === undefined) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const earlier = into.get(key);
      const entry = earlier ?? { field: type.getFields()[selection.name.value], condition, sources: [] };
      if (earlier !== undefined) earlier.condition = either(earlier.condition, condition);
      if (selection.selectionSet !== undefined) entry.sources.push({ selectionSet: selection.selectionSet, condition });
      into.set(key, entry);
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : compilation.fragments.get(selection.name.value);
      if (fragment === undefined || !applies(compilation.schema, fragment.typeCondition?.name.value, type)) continue;
      collect(compilation, type, { selectionSet: fragment.selectionSet, condition }, into);
    }
  }
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return isAbstractType(named) && schema.isSubType(named, type);
}

function typeShape(type: GraphQLOutputType): TypeShape {
  const nonNull = isNonNullType(type);
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isListType(nullable) ? { nonNull, items: typeShape(nullable.ofType) } : { nonNull };
}

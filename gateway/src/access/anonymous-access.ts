import { getNamedType, isInterfaceType, isObjectType, Kind } from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { PublicParts } from './public-parts';

/**
 * Whether an operation may be answered to a caller without a token: every field at its root is declared public, and
 * nothing below asks for a token. Questions about the schema are decided elsewhere.
 */
export function isOpenToAll(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  parts: PublicParts,
): boolean {
  const seen = new Set<string>();

  function setIsOpen(set: SelectionSetNode, type: GraphQLNamedType | undefined, atRoot: boolean): boolean {
    return set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return fieldIsOpen(selection, type, atRoot);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        return setIsOpen(selection.selectionSet, condition === undefined ? type : schema.getType(condition), atRoot);
      }
      const fragment = fragments.get(selection.name.value);
      if (fragment === undefined || seen.has(selection.name.value)) return fragment !== undefined;
      seen.add(selection.name.value);
      return setIsOpen(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), atRoot);
    });
  }

  function fieldIsOpen(field: FieldNode, type: GraphQLNamedType | undefined, atRoot: boolean): boolean {
    const name = field.name.value;
    if (name.startsWith('__')) return true;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (type === undefined || definition === undefined) return false;
    if (atRoot && !parts.isPublicRoot(type.name, name)) return false;
    const result = getNamedType(definition.type);
    if (parts.needsToken(type.name, name, result.name)) return false;
    return field.selectionSet === undefined || setIsOpen(field.selectionSet, result, false);
  }

  return setIsOpen(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, true);
}

import { Kind, parse } from 'graphql';
import type { DefinitionNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';

interface Described {
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string } | undefined;
}

/** Names everything in an SDL that lacks a description: types, fields, arguments, input fields and enum values. */
export function undescribed(sdl: string): string[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap(lacking);
}

function lacking(node: DefinitionNode): string[] {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return [...own(node, ''), ...(node.fields ?? []).flatMap((field) => lackingField(field, node.name.value))];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      return [...own(node, ''), ...membersOf(node).flatMap((member) => own(member, `${node.name.value}.`))];
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return own(node, '');
    default:
      return [];
  }
}

function lackingField(field: FieldDefinitionNode, type: string): string[] {
  const place = `${type}.${field.name.value}`;
  return [...own(field, `${type}.`), ...(field.arguments ?? []).flatMap((argument) => own(argument, `${place}:`))];
}

function membersOf(
  node:
    | { readonly fields?: readonly InputValueDefinitionNode[] | undefined }
    | { readonly values?: readonly Described[] | undefined },
): readonly Described[] {
  return ('fields' in node ? node.fields : 'values' in node ? node.values : undefined) ?? [];
}

function own({ name, description }: Described, place: string): string[] {
  return description === undefined || description.value.trim() === '' ? [`${place}${name.value}`] : [];
}

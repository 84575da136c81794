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
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    return [...own(node, ''), ...(node.fields ?? []).flatMap((field) => lackingField(field, node.name.value))];
  }
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION) {
    return [...own(node, ''), ...membersOf(node).flatMap((member) => own(member, `${node.name.value}.`))];
  }
  return node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_DEFINITION ? own(node, '') : [];
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

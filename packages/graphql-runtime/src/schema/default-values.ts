import { isInputObjectType, isInterfaceType, isObjectType, valueFromAST } from 'graphql';
import type { GraphQLArgument, GraphQLInputField, GraphQLSchema } from 'graphql';

/**
 * Reads default values anew. The federation library computed them from the SDL before enums and scalars got their
 * inner values, so that a default would differ from the same value sent by a client.
 */
export function restoreDefaultValues(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach(restore);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) field.args.forEach(restore);
    }
  }
}

function restore(input: GraphQLArgument | GraphQLInputField): void {
  const written = input.astNode?.defaultValue;
  if (written !== undefined) input.defaultValue = valueFromAST(written, input.type);
}

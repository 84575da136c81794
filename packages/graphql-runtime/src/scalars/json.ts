import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';

/** GraphQL scalar `JSON`: any JSON value, the same inside and outside. For documents whose shape a schema of their own describes. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A JSON value: an object, a list, a string, a number, true, false or null.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
});

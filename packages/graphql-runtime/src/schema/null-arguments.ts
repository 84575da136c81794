import { isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

/**
 * Lets an argument that was given as `null` be what it is when left out: many clients send every variable. Resolvers
 * would otherwise have to tell `null` from `undefined`, and each that forgets fails or finds nothing. Members of inputs
 * keep their `null`, which there may mean that a value is taken away.
 */
export function leaveOutNullArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const fields = Object.values((type as GraphQLObjectType<unknown, unknown>).getFields());
    for (const field of fields) if (field.args.length > 0) adapt(field);
  }
}

type Args = Readonly<Record<string, unknown>>;

function adapt(field: GraphQLField<unknown, unknown>): void {
  const { resolve, subscribe } = field;
  if (resolve !== undefined) {
    field.resolve = (source, args: Args, context, info) =>
      resolve(source, withoutNulls(args, field.args), context, info);
  }
  if (subscribe !== undefined) {
    field.subscribe = (source, args: Args, context, info) =>
      subscribe(source, withoutNulls(args, field.args), context, info);
  }
}

function withoutNulls(args: Args, declared: readonly GraphQLArgument[]): Args {
  if (!Object.values(args).includes(null)) return args;
  const kept = Object.entries(args).flatMap(([name, value]): [string, unknown][] => {
    if (value !== null) return [[name, value]];
    const unlessTold: unknown = declared.find((argument) => argument.name === name)?.defaultValue;
    return unlessTold === undefined ? [] : [[name, unlessTold]];
  });
  return Object.fromEntries(kept);
}

import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A request made from the schema alone. */
export interface GeneratedRequest {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an id of somebody's object is among the arguments. */
  readonly namesAnObject: boolean;
}

/** What stands for each kind of argument. */
export interface Supplies {
  /** Global ids to try, for every argument of type `ID`. */
  readonly ids: readonly string[];
  /** Values for text arguments by name, for example a number that people see. */
  readonly texts: Readonly<Record<string, string>>;
}

const SCALARS: Readonly<Record<string, unknown>> = {
  String: 'text',
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-06-01T00:00:00.000Z',
  Date: '2026-06-01',
  Decimal: '1.00',
  BigInt: '1',
  CurrencyCode: 'CNY',
  Duration: 'P1D',
};
const DEPTH = 3;

/** Every query and mutation of the schema, once for each of the given ids where it takes one, with what is so deep below it. */
export function generateRequests(schema: GraphQLSchema, supplies: Supplies, depth = DEPTH): GeneratedRequest[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => {
      const takesId = field.args.some(({ type }) => mentionsId(type));
      return (takesId ? supplies.ids : ['']).map((id) =>
        requestFor(operation, field, { ...supplies, ids: [id] }, takesId, depth),
      );
    }),
  );
}

function requestFor(
  operation: string,
  field: GraphQLField<unknown, unknown>,
  supplies: Supplies,
  namesAnObject: boolean,
  depth: number,
): GeneratedRequest {
  const variables: Record<string, unknown> = {};
  for (const { name, type } of field.args) {
    if (isNonNullType(type) || mentionsId(type)) variables[name] = valueFor(name, type, supplies);
  }
  const used = field.args.filter(({ name }) => name in variables);
  const declared = used.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const signature = declared === '' ? '' : `(${declared})`;
  const call = passed === '' ? field.name : `${field.name}(${passed})`;
  return {
    name: field.name,
    document: `${operation} Generated${signature} { ${call} ${selection(field.type, depth)} }`,
    variables,
    namesAnObject,
  };
}

function mentionsId(type: GraphQLInputType, depth = 4): boolean {
  const named = getNamedType(type);
  if (named.name === 'ID') return true;
  return (
    depth > 0 &&
    isInputObjectType(named) &&
    Object.values(named.getFields()).some((field) => mentionsId(field.type, depth - 1))
  );
}

function valueFor(name: string, type: GraphQLInputType, supplies: Supplies): unknown {
  if (isNonNullType(type)) return valueFor(name, type.ofType, supplies);
  if (isListType(type)) return [valueFor(name, type.ofType, supplies)];
  const named = getNamedType(type);
  if (named.name === 'ID') return supplies.ids[0];
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).filter(
      (field) => isNonNullType(field.type) || mentionsId(field.type, 1),
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(field.name, field.type, supplies)]));
  }
  return supplies.texts[name] ?? SCALARS[named.name] ?? 'text';
}

/** All fields without arguments, a few levels deep; one field that can fail does not hide the others. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isAbstractType(named)) return '{ __typename id }';
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields())
    .filter(({ args }) =>
      args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined),
    )
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
    .map((field) => `${field.name} ${selection(field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

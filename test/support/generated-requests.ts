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
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** A request made from the schema alone: one field, once for each of some ids under an alias of its own. */
export interface GeneratedRequest {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether an id of somebody's object is among the arguments. */
  readonly namesAnObject: boolean;
  /** The same for one id each. */
  readonly singly: () => readonly GeneratedRequest[];
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
/** How deep a request selects, and how many ids it tries, at most: fewer where it would exceed the limits of the graph. */
interface Bounds {
  readonly depth: number;
  readonly idsAtOnce: number;
}
const BOUNDS: Bounds = { depth: 3, idsAtOnce: 1 };
/** The graph refuses documents of more than 1,500 tokens, 2,000 fields, and a cost of 5,000. */
const MOST = { written: 500, selected: 1_800, cost: 4_500 };
/** How many objects the graph takes a list for: a page, and where nothing says how long it is. */
const LENGTH = { page: 25, unbounded: 5 };

/** Every query and mutation of the schema with each of the given ids where it takes one, and what is so deep below it. */
export function generateRequests(
  schema: GraphQLSchema,
  supplies: Supplies,
  bounds: Partial<Bounds> = {},
): GeneratedRequest[] {
  const within = { ...BOUNDS, ...bounds };
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => requestsOf({ operation, field, supplies }, within)),
  );
}

/** One field of the schema that is to be asked for. */
interface Asked {
  readonly operation: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly supplies: Supplies;
}

function requestsOf(asked: Asked, { depth, idsAtOnce }: Bounds): GeneratedRequest[] {
  const { field, supplies } = asked;
  const selected = deepest(field, depth);
  if (!takesId(field)) return [requestFor(asked, selected, [''])];
  const possible = Math.min(MOST.selected / (selected.fields + 1), MOST.cost / costOf(field, selected));
  const atOnce = Math.max(1, Math.min(idsAtOnce, Math.floor(possible)));
  const starts = Array.from({ length: Math.ceil(supplies.ids.length / atOnce) }, (_, index) => index * atOnce);
  return starts.map((start) => requestFor(asked, selected, supplies.ids.slice(start, start + atOnce)));
}

const takesId = (field: Asked['field']): boolean => field.args.some(({ type }) => mentionsId(type));

function requestFor(asked: Asked, selected: Selection, ids: readonly string[]): GeneratedRequest {
  const { operation, field, supplies } = asked;
  const used = field.args.filter(({ type }) => isNonNullType(type) || mentionsId(type));
  const declared: string[] = [];
  const calls: string[] = [];
  const variables: Record<string, unknown> = {};
  const found = selected.text === '' ? '' : '{ ...Found }';
  for (const [index, id] of ids.entries()) {
    const passed = used.map(({ name, type }) => {
      declared.push(`$${name}${index}: ${String(type)}`);
      variables[`${name}${index}`] = valueFor(name, type, { ...supplies, ids: [id] });
      return `${name}: $${name}${index}`;
    });
    calls.push(`of${index}: ${field.name}${inBrackets(passed)} ${found}`);
  }
  const fragment = found === '' ? '' : ` fragment Found on ${getNamedType(field.type).name} ${selected.text}`;
  return {
    name: field.name,
    document: `${operation} Generated${inBrackets(declared)} { ${calls.join(' ')} }${fragment}`,
    variables,
    namesAnObject: takesId(field),
    singly: () => ids.map((id) => requestFor(asked, selected, [id])),
  };
}

const inBrackets = (parts: readonly string[]): string => (parts.length === 0 ? '' : `(${parts.join(', ')})`);

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

/** What is selected below a field, how many fields that are, and what they cost. */
interface Selection {
  readonly text: string;
  readonly fields: number;
  readonly cost: number;
}

/** As deep as wished, or as a document may be. */
function deepest(field: Asked['field'], depth: number): Selection {
  const selected = selection(field.type, depth, isPage(field) ? LENGTH.page : undefined);
  const isSmall = selected.fields <= MOST.written && costOf(field, selected) <= MOST.cost;
  return isSmall || depth === 0 ? selected : deepest(field, depth - 1);
}

const KNOWN = new WeakMap<GraphQLNamedType, Map<string, Selection>>();

/** Worked out once for a type: what lies below it lies below many. */
function selection(type: GraphQLOutputType, depth: number, length?: number): Selection {
  const named = getNamedType(type);
  const known = KNOWN.get(named) ?? new Map<string, Selection>();
  KNOWN.set(named, known);
  const key = `${depth} ${length ?? ''}`;
  const selected = known.get(key) ?? select(type, depth, length);
  known.set(key, selected);
  return selected;
}

/** All fields without arguments, a few levels deep; one field that can fail does not hide the others. */
function select(type: GraphQLOutputType, depth: number, length?: number): Selection {
  const named = getNamedType(type);
  if (isLeafType(named)) return { text: '', fields: 0, cost: 0 };
  if (isAbstractType(named)) return { text: '{ __typename id }', fields: 2, cost: 0 };
  if (!isObjectType(named)) return { text: '', fields: 0, cost: 0 };
  const fields = Object.values(named.getFields())
    .filter(({ args }) =>
      args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined),
    )
    .filter((field) => isLeafType(getNamedType(field.type)) || depth > 0)
    .map((field) => ({ field, below: selection(field.type, depth - 1, isPage(field) ? LENGTH.page : undefined) }));
  return {
    text: `{ __typename ${fields.map(({ field, below }) => `${field.name} ${below.text}`).join(' ')} }`,
    fields: fields.reduce((sum, { below }) => sum + 1 + below.fields, 0),
    cost: fields.reduce((sum, { field, below }) => sum + costOf(field, below, length), 0),
  };
}

const isPage = ({ args }: Asked['field']): boolean => args.some(({ name }) => ['first', 'last', 'ids'].includes(name));

/** As the gateway counts it: one for each object that may be answered. */
function costOf(field: Asked['field'], below: Selection, length?: number): number {
  const own = isLeafType(getNamedType(field.type)) ? 0 : 1;
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (!isListType(type)) return own + below.cost;
  const content = ['nodes', 'edges'].includes(field.name) ? length : undefined;
  return (isPage(field) ? LENGTH.page : (content ?? LENGTH.unbounded)) * (own + below.cost);
}

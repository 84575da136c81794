import { buildEnvelope, EVENT_DEFINITIONS, type EventDefinition, type EventEnvelope } from '@redress/contracts';
import fc from 'fast-check';

/** The part of a schema that says what fits it. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Bound } }[];
}
interface Bound {
  readonly check: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly value?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}
interface Schema {
  readonly _zod: { readonly def: Definition };
}

/** Few ids and few moments, so that events meet on the same rows. */
const uuid = (kind: number, index: number): string =>
  `0192f000-0000-7000-8000-${kind.toString(16).padStart(4, '0')}${index.toString(16).padStart(8, '0')}`;

const anId = fc.integer({ min: 0, max: 2 }).map((index) => uuid(1, index));
const anInstant = fc
  .integer({ min: 0, max: 400 })
  .map((hours) => new Date(Date.UTC(2026, 9, 20) + hours * 3_600_000).toISOString());
const aDay = anInstant.map((instant) => instant.slice(0, 10));

/** Codes that no money has could not be shown. */
const CURRENCY = '^[A-Z]{3}$';

const bound = (checks: readonly Bound[], check: string): number | undefined =>
  checks.find((each) => each.check === check)?.value;

function texts({ format }: Definition, checks: readonly Bound[]): fc.Arbitrary<string> {
  const formats = [format, ...checks.map((check) => check.format)];
  if (formats.includes('uuid')) return anId;
  if (formats.includes('datetime')) return anInstant;
  if (formats.includes('date')) return aDay;
  const pattern = checks.find((check) => check.pattern !== undefined)?.pattern;
  if (pattern?.source === CURRENCY) return fc.constantFrom('CNY', 'USD', 'JPY');
  if (pattern !== undefined) return fc.stringMatching(pattern);
  return fc.constantFrom('a', 'b', 'li');
}

function numbers(checks: readonly Bound[]): fc.Arbitrary<number> {
  const min = bound(checks, 'greater_than') ?? 0;
  return fc.integer({ min, max: Math.min(bound(checks, 'less_than') ?? min + 5, min + 5) });
}

const known = new Map<Schema, fc.Arbitrary<unknown>>();

/** Values that fit the schema. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const found = known.get(schema) ?? valuesOf(schema);
  known.set(schema, found);
  return found;
}

/** Of the kinds of schema that contracts use. */
function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  const [inner, element] = [def.innerType, def.element];
  if (def.type === 'object') return fc.record(mapped(def.shape ?? {}), { requiredKeys: required(def.shape ?? {}) });
  if (def.type === 'optional' && inner !== undefined) return fitting(inner);
  if (def.type === 'array' && element !== undefined) {
    const minLength = shortest(checks);
    return fc.array(fitting(element), { minLength, maxLength: minLength + 2 });
  }
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def.entries ?? {}));
  if (def.type === 'literal') return fc.constantFrom(...(def.values ?? []));
  if (def.type === 'boolean') return fc.boolean();
  if (def.type === 'number') return numbers(checks);
  if (def.type === 'string') return texts(def, checks);
  if (def.type === 'union') return fc.oneof(...(def.options ?? []).map(fitting));
  if (def.type === 'record' && def.valueType !== undefined)
    return fc.dictionary(fc.constantFrom('cause', 'x'), fitting(def.valueType));
  throw new Error(`no values for a schema of ${def.type}`);
}

const shortest = (checks: readonly Bound[]): number =>
  checks.find(({ minimum }) => minimum !== undefined)?.minimum ?? 0;

const mapped = (shape: Readonly<Record<string, Schema>>) =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, fitting(schema)]));

const required = (shape: Readonly<Record<string, Schema>>): string[] =>
  Object.entries(shape).flatMap(([name, schema]) => (schema._zod.def.type === 'optional' ? [] : [name]));

/** An event, with the aggregate to which it belongs. */
export interface AnyEvent {
  readonly name: string;
  readonly event: EventEnvelope;
}

/** Ids of an event's data by which it belongs to an aggregate of that kind. */
const AGGREGATE_KEYS: Readonly<Record<string, string>> = {
  complaint: 'complaintId',
  case: 'complaintId',
  settlement: 'settlementId',
  'return-authorisation': 'returnId',
  'return-exception': 'exceptionId',
  purchase: 'purchaseId',
  'journal-entry': 'entryId',
};

/** Events that are told once for an aggregate, before all others. */
const FIRST = new Set(['intake.complaint.registered', 'case-handling.case.opened']);

const KINDS = Object.keys(AGGREGATE_KEYS);

function eventsOf(definition: EventDefinition, aggregate: number): fc.Arbitrary<readonly [EventDefinition, object]> {
  const kind = KINDS.indexOf(definition.aggregate);
  const key = AGGREGATE_KEYS[definition.aggregate] ?? '';
  // A complaint has one case; all that finance tells of it bears its id.
  const complaintId = uuid(9, aggregate % 2);
  const own = key === 'complaintId' ? {} : { [key]: uuid(20 + kind, aggregate) };
  // Money on the spot is no settlement of finance.
  const settled = definition.producer === 'intake' ? { settlementId: uuid(50, aggregate) } : {};
  return fitting(definition.data as unknown as Schema).map((data) => {
    const named = data as Record<string, unknown>;
    const keys = { complaintId, ...settled, ...own };
    const belonging = Object.fromEntries(Object.entries(keys).filter(([name]) => name in named || name === key));
    return [definition, { ...named, ...belonging }] as const;
  });
}

const LONGEST = 25;
/** Events of an aggregate at the least where a history is to have something of everything, whatever types there come to be. */
const LONG = 12;

/** What aggregates of a producer tell, each in its own order. */
function streamOf(
  kind: string,
  aggregate: number,
  types: ReadonlySet<string>,
  minLength: number,
): fc.Arbitrary<readonly AnyEvent[]> {
  const all = EVENT_DEFINITIONS.filter(({ aggregate: of, type }) => of === kind && types.has(type));
  const first = all.filter(({ type }) => FIRST.has(type));
  const others = all.filter(({ type }) => !FIRST.has(type));
  const later = fc.array(
    fc.constantFrom(...others).chain((definition) => eventsOf(definition, aggregate)),
    { minLength, maxLength: LONGEST },
  );
  const opening = fc.tuple(...first.map((definition) => eventsOf(definition, aggregate)));
  return fc.tuple(opening, others.length === 0 ? fc.constant([]) : later).map(([begun, went]) =>
    [...begun, ...went].map(([definition, data], index) => ({
      name: definition.type,
      event: buildEnvelope(
        definition,
        {
          id: uuid(100 + KINDS.indexOf(kind), aggregate * 1_000 + index),
          time: new Date(Date.UTC(2026, 10, 1) + index),
          tenantId: 't',
          aggregateId: uuid(30 + KINDS.indexOf(kind), aggregate),
          aggregateVersion: index + 1,
        },
        data as never,
      ),
    })),
  );
}

/** Streams of events of these types, of a few aggregates of all kinds that facts are made from. */
export const streamsOf = (types: ReadonlySet<string>, minLength = 0): fc.Arbitrary<readonly (readonly AnyEvent[])[]> =>
  fc.tuple(...KINDS.flatMap((kind) => [0, 1].map((aggregate) => streamOf(kind, aggregate, types, minLength))));

/** The streams as one, each kept in its own order; `picks` says which goes on next. */
export function interleaved<Item>(streams: readonly (readonly Item[])[], picks: readonly number[]): readonly Item[] {
  const left = streams.map((stream) => [...stream]).filter((stream) => stream.length > 0);
  const all: Item[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const at = (picks[turn % Math.max(picks.length, 1)] ?? 0) % left.length;
    const next = left[at]?.shift();
    if (next !== undefined) all.push(next);
    if (left[at]?.length === 0) left.splice(at, 1);
  }
  return all;
}

/** A history of such events with all their kinds, in an order in which services may have told them. */
export function aHistory(types: ReadonlySet<string>, seed: number): readonly AnyEvent[] {
  const picks = fc.array(fc.nat({ max: 20 }), { minLength: 20, maxLength: 40 });
  const histories = fc.tuple(streamsOf(types, LONG), picks).map(([streams, order]) => interleaved(streams, order));
  return fc.sample(histories, { seed, numRuns: 1 })[0] ?? [];
}

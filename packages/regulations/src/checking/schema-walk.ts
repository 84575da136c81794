import { z } from 'zod';
import type { SourcePath } from './json-source';

/** A value of a file with the part of the schema that describes it. */
export interface DescribedValue {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly path: SourcePath;
}

/** Every value of a well-formed file with its part of the schema, from the outside in. */
export function* describedValues(
  schema: z.core.$ZodType,
  value: unknown,
  path: SourcePath = [],
): Generator<DescribedValue> {
  const bare = unwrapped(schema);
  if (value === undefined || value === null) return;
  yield { schema: bare, value, path };
  if (bare instanceof z.ZodObject) {
    for (const [member, part] of Object.entries(partsOf(bare))) {
      if (part !== undefined)
        yield* describedValues(part, (value as Record<string, unknown>)[member], [...path, member]);
    }
  } else if (bare instanceof z.ZodArray) {
    for (const [index, item] of (value as unknown[]).entries()) {
      yield* describedValues(bare.element, item, [...path, index]);
    }
  } else if (bare instanceof z.ZodUnion) {
    const option = bare.options.find((candidate) => z.safeParse(candidate, value).success);
    if (option !== undefined) yield* describedValues(option, value, path);
  }
}

/** Whether both are the same part of the schema, each with its own description or none. */
export function isSamePart(one: z.core.$ZodType, other: z.core.$ZodType): boolean {
  return one._zod.def === other._zod.def;
}

/** The names of the members that an object may have at a path of the schema. */
export function membersAt(schema: z.core.$ZodType, [step, ...rest]: SourcePath): readonly string[] {
  const bare = unwrapped(schema);
  if (bare instanceof z.ZodUnion) return bare.options.flatMap((option) => membersAt(option, definedPath(step, rest)));
  if (step === undefined) return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  if (bare instanceof z.ZodArray) return membersAt(bare.element, rest);
  if (!(bare instanceof z.ZodObject)) return [];
  const part = partsOf(bare)[step];
  return part === undefined ? [] : membersAt(part, rest);
}

function definedPath(step: string | number | undefined, rest: SourcePath): SourcePath {
  return step === undefined ? [] : [step, ...rest];
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unwrapped(schema.unwrap());
  return schema instanceof z.ZodDefault ? unwrapped(schema.unwrap()) : schema;
}

function partsOf(schema: z.ZodObject): Readonly<Record<string | number, z.core.$ZodType | undefined>> {
  return schema.shape;
}

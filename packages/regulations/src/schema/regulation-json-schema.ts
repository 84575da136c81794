import { z } from 'zod';
import { regulationSchema } from '../regulation/regulation.model';
import { MEMBER_DESCRIPTIONS } from './member-descriptions';

type Json = Record<string, unknown>;

/** The JSON Schema of regulation files, for editors and for people who write one. */
export function regulationJsonSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(regulationSchema, { io: 'input' });
  const described = withDescriptions({
    $schema,
    $id: 'https://redress.dev/schemas/regulation.json',
    title: 'Redress regulation',
    description: 'How an organisation handles complaints: a regulation as data, each value beside its sentence.',
    ...schema,
  });
  return `${JSON.stringify(described, null, 2)}\n`;
}

/** Adds what members mean where their part of the schema does not say it. `path` leads from the file to the schema. */
function withDescriptions(schema: Json, path = ''): Json {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [
      keyword,
      keyword === 'properties' ? describedMembers(value as Readonly<Record<string, Json>>, path) : inside(value, path),
    ]),
  );
}

function describedMembers(members: Readonly<Record<string, Json>>, path: string): Json {
  return Object.fromEntries(
    Object.entries(members).map(([member, schema]) => {
      const at = `${path}/${member}`;
      const known = 'description' in schema ? undefined : (MEMBER_DESCRIPTIONS[at] ?? MEMBER_DESCRIPTIONS[member]);
      return [member, { ...(known === undefined ? {} : { description: known }), ...withDescriptions(schema, at) }];
    }),
  );
}

function inside(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, path));
  return typeof value === 'object' && value !== null ? withDescriptions(value as Json, path) : value;
}

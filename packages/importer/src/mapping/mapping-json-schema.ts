import { z } from 'zod';
import { mappingSchema } from './mapping.model';

/** The JSON Schema of mappings, for editors and for people who write one. */
export function mappingJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(mappingSchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}

import { z } from 'zod';
import { mappingSchema } from './mapping.model';
import { purchaseMappingSchema } from './purchase-mapping.model';

/** The JSON Schema of mappings of orders. */
export function purchaseMappingJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(purchaseMappingSchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}

/** The JSON Schema of mappings, for editors and for people who write one. */
export function mappingJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(mappingSchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}

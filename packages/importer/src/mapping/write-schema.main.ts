import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mappingJsonSchema, purchaseMappingJsonSchema } from './mapping-json-schema';

const PACKAGE = join(__dirname, '..', '..');

void writeFile(join(PACKAGE, 'mapping.schema.json'), mappingJsonSchema());
void writeFile(join(PACKAGE, 'purchase-mapping.schema.json'), purchaseMappingJsonSchema());

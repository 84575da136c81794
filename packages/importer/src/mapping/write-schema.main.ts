import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mappingJsonSchema } from './mapping-json-schema';

void writeFile(join(__dirname, '..', '..', 'mapping.schema.json'), mappingJsonSchema());

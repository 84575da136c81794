import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { regulationJsonSchema } from './regulation-json-schema';

const folder = join(__dirname, '..', '..', 'schema');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'regulation.schema.json'), regulationJsonSchema());

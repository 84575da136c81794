import { join } from 'node:path';
import { writeSubgraphSdl } from '@redress/graphql-runtime';
import { schemaOnly } from './composition-root';

void writeSubgraphSdl(schemaOnly(), join(__dirname, '..', 'schema.graphql'));

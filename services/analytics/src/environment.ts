import { defineEnvironment, subgraphVariables } from '@redress/service-host';
import { z } from 'zod';

/** What this service reads from its environment. */
export const environment = defineEnvironment('analytics', {
  ...subgraphVariables,
  REDRESS_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .describe('Where the public reaches the gateway; addresses of reports begin with it.'),
  REDRESS_CLICKHOUSE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('A ClickHouse, `https://user:password@host:8443/database`, that answers in place of the columnar copy.'),
  REDRESS_COLUMNS_MEMORY_MIB: z.coerce
    .number()
    .int()
    .min(256)
    .default(2_048)
    .describe(
      'Memory for the columnar copy of the facts; what exceeds it goes to the temporary directory. 2048 when absent.',
    ),
});

/** What {@link readEnvironment} answers. */
export type AnalyticsEnvironment = ReturnType<typeof environment.read>;

/** Reads it. */
export const readEnvironment = () => environment.read(process.env);

/** The schema that an operator's command works on. */
export const operatorDatabaseUrl = (): string | undefined => process.env['REDRESS_DATABASE_URL'] || undefined;

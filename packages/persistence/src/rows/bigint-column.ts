import type { ValueTransformer } from 'typeorm';

/** For BIGINT columns of row classes: `bigint` in code, such as an amount in minor units; the driver gives text. */
export const bigintColumn: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? BigInt(value) : value),
};

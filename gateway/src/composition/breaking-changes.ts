import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** A change after which a client that worked may fail. `id` is what the list of reviewed changes names. */
export interface BreakingChange {
  readonly id: string;
  readonly message: string;
}

/** A breaking change that was reviewed and accepted, with the reason why no client is hurt. */
export interface ReviewedChange {
  readonly id: string;
  readonly reason: string;
}

/** The changes between two public schemas that break clients and are not among the reviewed ones. */
export async function unreviewedBreakingChanges(
  before: string,
  after: string,
  reviewed: readonly ReviewedChange[],
): Promise<BreakingChange[]> {
  const accepted = new Set(reviewed.map(({ id }) => id));
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter((change) => change.criticality.level === CriticalityLevel.Breaking)
    .map((change) => ({ id: `${change.type} ${change.path ?? ''}`.trim(), message: change.message }))
    .filter(({ id }) => !accepted.has(id));
}

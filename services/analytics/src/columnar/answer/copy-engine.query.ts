import type { Logger } from '@redress/observability';
import type { EngineName, EngineRow, MetricSet, MetricsEngine, Moment } from '../../metrics/engines/engine.model';
import type { MetricsQuery } from '../../metrics/model/metrics-query.model';
import type { FollowedCopies } from '../follow-facts/followed-copies.model';
import type { FactsReach, TenantCopies, TenantCopy } from '../model/tenant-copy.model';

/** A question that a copy answers, at most for so many groups. */
export interface CopyQuestion {
  readonly query: MetricsQuery;
  readonly sets: readonly MetricSet[];
  readonly moment: Moment;
  readonly limit: number;
}

/** What the engine answers from. */
export interface CopyEngineParts {
  readonly name: EngineName;
  readonly followed: FollowedCopies;
  /** Where the facts of a tenant have come to. */
  readonly reachOf: (tenantId: string) => Promise<FactsReach | undefined>;
  /** Somebody waits for the copy of a tenant. */
  readonly hurry: (tenantId: string) => void;
  readonly answer: (copy: TenantCopy, question: CopyQuestion) => Promise<readonly (readonly EngineRow[])[]>;
  readonly logger: Logger;
}

/** A place for copies while it is open. */
export interface OpenCopies {
  readonly copies: TenantCopies;
  readonly answer: CopyEngineParts['answer'];
  close(): void | Promise<void>;
}

/** How long is waited for a copy to take over what was committed before the question. */
const PATIENCE_MS = 2_000;

/**
 * Answers from a copy of the facts: whatever was committed before a question is in its answer, as if the facts themselves
 * had been asked. Also for an earlier moment, as long as the copy was there then.
 */
export function copyEngine({ name, followed, reachOf, hurry, answer, logger }: CopyEngineParts): MetricsEngine {
  const caughtUp = async (tenantId: string, position: bigint): Promise<TenantCopy | undefined> => {
    const copy = followed.filled(tenantId);
    if (copy === undefined) return undefined;
    if (copy.position < position) {
      const reached = followed.reaches(tenantId, position, PATIENCE_MS);
      hurry(tenantId);
      await reached;
    }
    return copy.position < position || followed.filled(tenantId) !== copy ? undefined : copy;
  };
  return {
    name,
    canAnswer: (tenantId) => followed.filled(tenantId) !== undefined,

    async position(tenantId) {
      const reach = await reachOf(tenantId);
      const copy = reach === undefined ? undefined : await caughtUp(tenantId, reach.position);
      return copy?.generation === reach?.generation ? copy?.position : undefined;
    },

    async rows(tenantId, query, sets, moment, limit) {
      const copy = await caughtUp(tenantId, moment.position);
      if (copy === undefined || moment.position < copy.from) return undefined;
      return answer(copy, { query, sets, moment, limit }).catch((error: unknown) => {
        // A copy that was dropped meanwhile has no tables any more; another may have no room for so large a question.
        if (followed.filled(tenantId) === copy)
          logger.warn({ error }, 'a copy could not answer, and the next engine is asked');
        return undefined;
      });
    },
  };
}

import { metricsStatement } from '../../metrics/engines/metrics-statement.model';
import type { EngineRow, MetricsEngine } from '../../metrics/engines/engine.model';
import type { FollowedCopies } from '../follow-facts/followed-copies.model';
import { currentCopy, earlierCopy, writtenOut } from '../model/duckdb.dialect.model';
import type { FactsReach, TenantCopy } from '../model/tenant-copy.model';
import { toAnswer } from './copy-answer.model';

type ResultRow = Readonly<Record<string, unknown>>;

/** Runs statements of one transaction. */
export type RunStatement = (sql: string) => Promise<readonly ResultRow[]>;

/** What the engine answers from. */
export interface DuckdbEngineParts {
  readonly followed: FollowedCopies;
  /** Where the facts of a tenant have come to. */
  readonly reachOf: (tenantId: string) => Promise<FactsReach | undefined>;
  /** Somebody waits for a copy. */
  readonly hurry: () => void;
  readonly read: <Answer>(work: (run: RunStatement) => Promise<Answer>) => Promise<Answer>;
}

/** How long is waited for a copy to take over what was committed before the question. */
const PATIENCE_MS = 2_000;

/**
 * Answers from the columnar copy: whatever was committed before a question is in its answer, as if the facts themselves
 * had been asked. Also for an earlier moment, as long as the copy was there then.
 */
export function duckdbEngine({ followed, reachOf, hurry, read }: DuckdbEngineParts): MetricsEngine {
  const caughtUp = async (tenantId: string, position: bigint): Promise<TenantCopy | undefined> => {
    const copy = followed.filled(tenantId);
    if (copy === undefined) return undefined;
    if (copy.position < position) {
      const reached = followed.reaches(tenantId, position, PATIENCE_MS);
      hurry();
      await reached;
    }
    return copy.position < position || followed.filled(tenantId) !== copy ? undefined : copy;
  };
  return {
    name: 'duckdb',
    canAnswer: (tenantId) => followed.filled(tenantId) !== undefined,

    async position(tenantId) {
      const reach = await reachOf(tenantId);
      const copy = reach === undefined ? undefined : await caughtUp(tenantId, reach.position);
      return copy?.generation === reach?.generation ? copy?.position : undefined;
    },

    async rows(tenantId, query, sets, { position, now }, limit) {
      const copy = await caughtUp(tenantId, position);
      if (copy === undefined || position < copy.from) return undefined;
      const { schema, dictionary } = copy;
      const answer = read(async (run) => {
        const [reach] = await run(`SELECT position FROM ${schema}.reach`);
        const isCurrent = BigInt(reach?.['position'] as bigint) === position;
        const dialect = isCurrent ? currentCopy(schema, dictionary) : earlierCopy(schema, dictionary, position);
        const answers: (readonly EngineRow[])[] = [];
        for (const set of sets) {
          const statement = metricsStatement(set, query, { now, dialect, limit: limit + 1 });
          answers.push(toAnswer(await run(writtenOut(statement)), set, query, dictionary));
        }
        return answers;
      });
      return answer.catch((error: unknown) => {
        // A copy that was dropped meanwhile has no tables any more; the facts can tell.
        if (followed.filled(tenantId) === copy) throw error;
        return undefined;
      });
    },
  };
}

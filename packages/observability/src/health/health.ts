import type { Logger } from '../logging/logger';

/** Resolves when the dependency answers, rejects when it does not. */
export type HealthCheck = () => Promise<void>;

/** What a process needs to do its work; a check that takes longer than `timeoutMs` (2,000) counts as failing. */
export interface HealthOptions {
  checks: Readonly<Record<string, HealthCheck>>;
  timeoutMs?: number;
  logger?: Logger;
}

/** The answer of `/ready`: which checks pass. Reasons go to the log, never into the answer. */
export interface Readiness {
  ready: boolean;
  draining: boolean;
  checks: Record<string, 'ok' | 'failing'>;
}

/** Whether the process can take work now. */
export interface Health {
  readiness(): Promise<Readiness>;
  /** From now on the process says it is not ready, so that no new work is sent to it. */
  drain(): void;
}

/** Makes the health of a process from the checks of what it cannot work without. */
export function createHealth({ checks, timeoutMs = 2_000, logger }: HealthOptions): Health {
  let draining = false;
  const failing = new Set<string>();

  const run = async (name: string, check: HealthCheck): Promise<[string, 'ok' | 'failing']> => {
    try {
      await withinLimit(check, timeoutMs);
      if (failing.delete(name)) logger?.info({ check: name }, 'health check passes again');
      return [name, 'ok'];
    } catch (error) {
      // Logged on the change only: an orchestrator asks every few seconds.
      if (!failing.has(name)) logger?.warn({ check: name, error }, 'health check fails');
      failing.add(name);
      return [name, 'failing'];
    }
  };

  return {
    readiness: async () => {
      const results = await Promise.all(Object.entries(checks).map(([name, check]) => run(name, check)));
      return {
        ready: !draining && results.every(([, result]) => result === 'ok'),
        draining,
        checks: Object.fromEntries(results),
      };
    },
    drain: () => {
      draining = true;
    },
  };
}

async function withinLimit(check: HealthCheck, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    await Promise.race([check(), limit]);
  } finally {
    clearTimeout(timer);
  }
}

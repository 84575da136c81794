import { Logger as RuntimeLogger } from '@graphql-hive/gateway-runtime';
import type { Logger } from '@redress/observability';

/** Lets the runtime write to the process's log, from warnings on: below that it reports every step of every request. */
export function runtimeLog(logger: Logger): RuntimeLogger {
  return new RuntimeLogger({
    level: 'warn',
    writers: [
      {
        write(level, attributes, message) {
          logger[level === 'error' ? 'error' : 'warn']({ runtime: attributes ?? {} }, message ?? 'gateway runtime');
        },
      },
    ],
  });
}

import { pino, type ChildLoggerOptions, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { currentTraceId } from '../tracing/trace-context';
import { redact, redactText } from './redaction';

/** Severity from which lines are written. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** A structured logger; `logger.info({ count }, 'text')` and `logger.child({ ... })` as in pino. */
export type Logger = PinoLogger;

/** What a process says about itself in each line; `destination` is standard output unless given. */
export interface LoggerOptions {
  service: string;
  level?: LogLevel;
  destination?: DestinationStream;
}

/**
 * Makes a logger that writes one JSON object a line with the service, the time in UTC and the current trace id. Personal
 * data and credentials are masked by property name and by shape; complaint text must still not be put into a message.
 */
export function createLogger({ service, level = 'info', destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    messageKey: 'message',
    errorKey: 'error',
    // Errors are reduced by `formatters.log`; pino's own serializer would describe the reduced object once more.
    serializers: { error: (error: unknown) => error, err: (error: unknown) => error },
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: Record<string, unknown>) => redact(fields) as Record<string, unknown>,
    },
    mixin: () => {
      const traceId = currentTraceId();
      return traceId === undefined ? {} : { traceId };
    },
    hooks: {
      logMethod(args: Parameters<Logger['info']>, method: Logger['info']) {
        method.apply(this as unknown as Logger, maskTexts(args) as Parameters<Logger['info']>);
      },
    },
  };
  const logger: Logger = destination === undefined ? pino(options) : pino(options, destination);
  // pino does not pass a child's bindings through the formatters. Children inherit this method.
  const plainChild: unknown = Reflect.get(logger, 'child');
  return Object.assign(logger, {
    child(this: Logger, bindings: Record<string, unknown>, childOptions?: ChildLoggerOptions): Logger {
      return Reflect.apply(plainChild as (...args: unknown[]) => unknown, this, [
        redact(bindings),
        childOptions,
      ]) as Logger;
    },
  });
}

/** pino takes the message of a bare error as the line's message, past every formatter. */
function maskTexts([first, ...rest]: readonly unknown[]): unknown[] {
  const texts = rest.map((argument) => (typeof argument === 'string' ? redactText(argument) : argument));
  if (first instanceof Error) return [{ error: first }, ...(texts.length > 0 ? texts : [redactText(first.message)])];
  return [typeof first === 'string' ? redactText(first) : first, ...texts];
}

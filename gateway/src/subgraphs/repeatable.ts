/** undici's and the system's codes for a request that the other side certainly never began to answer. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
/** The connection broke, perhaps after the request arrived. */
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);
const UNREADY_STATUS = new Set([502, 503, 504]);

/** Whether the request certainly had no effect, so that even a mutation could be repeated. */
export function neverArrived(error: unknown): boolean {
  return NEVER_ARRIVED.has(codeOf(error));
}

/** Whether a query is worth a second attempt after this error. A time-out is not: the time is gone already. */
export function isPassingError(error: unknown): boolean {
  return neverArrived(error) || BROKEN.has(codeOf(error));
}

/** Whether the status says that the process is starting or draining. */
export function isPassingStatus(status: number): boolean {
  return UNREADY_STATUS.has(status);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

import { PublicError } from '../errors/public-error';

/** The code of the public error that the work throws; for tests. */
export function thrownCode(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof PublicError ? error.extensions['code'] : error;
  }
  return undefined;
}

import { PublicError } from '../errors/public-error';

/** The four arguments of a list, as they come from GraphQL. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** Which part of a list is asked for. */
export interface PageRequest {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: string | undefined;
  readonly before: string | undefined;
}

const DEFAULT_SIZE = 25;
const LARGEST_SIZE = 100;

/** Reads the arguments of a list. Throws `PAGE_SIZE_INVALID` for a size outside 1 to 100, or for both `first` and `last`. */
export function readPageArgs({ first, after, last, before }: PageArgs): PageRequest {
  if (isGiven(first) && isGiven(last)) {
    throw new PublicError('PAGE_SIZE_INVALID', 'Give either `first` or `last`, not both.', { maximum: LARGEST_SIZE });
  }
  const size = first ?? last ?? DEFAULT_SIZE;
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_SIZE) {
    throw new PublicError('PAGE_SIZE_INVALID', `A page has 1 to ${LARGEST_SIZE} elements.`, { maximum: LARGEST_SIZE });
  }
  const fromEnd = isGiven(last) || (!isGiven(first) && isGiven(before) && !isGiven(after));
  return { size, fromEnd, after: after ?? undefined, before: before ?? undefined };
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

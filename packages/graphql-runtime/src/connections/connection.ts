/** One element of a list with its place in it. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** Where a page lies in its list. */
export interface PageInfoValue {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** How many there are; when counting stopped at its limit, `exact` is false and `value` is that limit. */
export interface TotalCountValue {
  readonly value: number;
  readonly exact: boolean;
}

/**
 * A Relay connection as a resolver answers it. Members are functions so that cursors are signed and rows counted only
 * when the query asks for them.
 */
export interface Connection<Node> {
  edges(): readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  pageInfo(): PageInfoValue;
  totalCount(): Promise<TotalCountValue>;
}

/** Who asks the subgraphs, and how they are told: the same for all requests that one client operation causes. */
export interface SubgraphCaller {
  /** The client's `Authorization` header; each subgraph verifies the token itself. */
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
  readonly requestId: string;
}

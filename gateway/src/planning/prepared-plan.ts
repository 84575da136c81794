import type { DocumentNode, OperationTypeNode } from 'graphql';
import type { EntityPathStep } from './entity-path';
import type { Representation } from './representation';
import type { Rewrite } from './rewrite';

/** One request to one subgraph. */
export interface PreparedFetch {
  readonly subgraph: string;
  readonly document: DocumentNode;
  readonly operationType: OperationTypeNode;
  readonly operationName: string | undefined;
  /** Variables of the client's operation that the request passes on. */
  readonly variables: readonly string[];
}

/** Objects of the answer that one field of a fetch completes. */
export interface EntityBatch {
  /** Response key of the entities in the subgraph's answer. */
  readonly alias: string;
  /** Name of the variable that carries the representations; batches may share one. */
  readonly variable: string;
  readonly paths: readonly (readonly EntityPathStep[])[];
  readonly represent: Representation;
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  /** Response keys that the batch adds to each object; where an error is shown when the subgraph does not answer. */
  readonly adds: readonly string[];
}

/** A step of a plan whose parts that never change were worked out once. */
export type PlanStep =
  | { readonly kind: 'sequence'; readonly steps: readonly PlanStep[] }
  | { readonly kind: 'parallel'; readonly steps: readonly PlanStep[] }
  | { readonly kind: 'condition'; readonly variable: string; readonly met?: PlanStep; readonly unmet?: PlanStep }
  | {
      readonly kind: 'root';
      readonly fetch: PreparedFetch;
      readonly outputRewrites: readonly Rewrite[];
      readonly adds: readonly string[];
    }
  | { readonly kind: 'entities'; readonly fetch: PreparedFetch; readonly batches: readonly EntityBatch[] };

/** How an operation is answered: fetches only, or a stream whose events are completed by further fetches. */
export type PreparedPlan =
  | { readonly kind: 'single'; readonly step: PlanStep | undefined }
  | { readonly kind: 'stream'; readonly source: PreparedFetch; readonly completion: PlanStep | undefined };

import { getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isOpenToAll } from '../access/anonymous-access';
import type { PublicParts } from '../access/public-parts';
import { fragmentsOf } from '../planning/document-fragments';
import { weighOperation, type OperationWeight } from '../limits/operation-weight';

/** What is worked out once for an operation of a valid document. */
export interface OperationFacts {
  readonly operation: OperationDefinitionNode;
  readonly weight: OperationWeight;
  readonly openToAll: boolean;
}

/** Finds the facts of an operation; `undefined` when the document has no such operation. */
export type FindFacts = (document: DocumentNode, operationName: string | undefined) => OperationFacts | undefined;

/** Works out facts on the first use and keeps them as long as the parsed document. */
export function operationFacts(schema: GraphQLSchema, parts: PublicParts): FindFacts {
  const known = new WeakMap<DocumentNode, Map<string, OperationFacts | undefined>>();

  function workOut(document: DocumentNode, operationName: string | undefined): OperationFacts | undefined {
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined) return undefined;
    const fragments = fragmentsOf(document);
    return {
      operation,
      weight: weighOperation(schema, operation, fragments),
      openToAll: isOpenToAll(schema, operation, fragments, parts),
    };
  }

  return (document, operationName) => {
    const ofDocument = known.get(document) ?? new Map<string, OperationFacts | undefined>();
    known.set(document, ofDocument);
    const key = operationName ?? '';
    if (!ofDocument.has(key)) ofDocument.set(key, workOut(document, operationName));
    return ofDocument.get(key);
  };
}

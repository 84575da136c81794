import { getOperationAST, getVariableValues } from 'graphql';
import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import { preparePlan } from './prepare-plan';
import type { PreparedPlan } from './prepared-plan';
import { responseShape, type ObjectShape } from './response-shape';
import { fragmentsOf } from './document-fragments';
import { textOf } from './document-text';

/** An operation of a document with its plan, worked out once for the life of the parsed document. */
export interface PlannedOperation {
  readonly definition: OperationDefinitionNode;
  readonly plan: PreparedPlan;
  readonly shape: ObjectShape;
}

/** Finds or makes the plan of an operation. Rejects when the planner cannot plan what validation let through. */
export type PlanOperation = (document: DocumentNode, operationName: string | undefined) => Promise<PlannedOperation>;

const NO_LABELS: ReadonlySet<string> = new Set();

/** Plans operations with the Rust planner. Concurrent requests for one operation wait for one planning. */
export function operationPlanner(planner: QueryPlanner, schema: GraphQLSchema): PlanOperation {
  const known = new WeakMap<DocumentNode, Map<string, Promise<PlannedOperation>>>();

  async function planAfresh(document: DocumentNode, operationName: string | undefined): Promise<PlannedOperation> {
    const definition = getOperationAST(document, operationName);
    if (definition === null || definition === undefined) throw new Error('the operation was not found');
    const plan = await planner.planAsync(textOf(document), operationName ?? null, new Set(NO_LABELS), 0);
    return {
      definition,
      plan: preparePlan(plan, schema),
      shape: responseShape(schema, definition, fragmentsOf(document)),
    };
  }

  return (document, operationName) => {
    const ofDocument = known.get(document) ?? new Map<string, Promise<PlannedOperation>>();
    known.set(document, ofDocument);
    const key = operationName ?? '';
    const planned = ofDocument.get(key) ?? planAfresh(document, operationName);
    ofDocument.set(key, planned);
    // A failure is not kept: it may have been a lack of memory, not the document.
    planned.catch(() => ofDocument.delete(key));
    return planned;
  };
}

/** Coerces the client's variables by the public schema; the answer holds either values or what is wrong. */
export function coerceVariables(
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): { readonly values: Record<string, unknown> } | { readonly errors: readonly GraphQLError[] } {
  const { coerced, errors } = getVariableValues(schema, definition.variableDefinitions ?? [], given, { maxErrors: 5 });
  return errors === undefined ? { values: coerced } : { errors };
}

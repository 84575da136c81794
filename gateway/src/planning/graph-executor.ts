import { execute, getOperationAST, Kind } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { publicError } from '../errors/public-error';
import { isJsonObject, type JsonObject } from './json';
import { mapStream } from '../streams/result-stream';
import { coerceVariables, type PlannedOperation, type PlanOperation } from './operation';
import { PlanExecution, type SendFetch } from './plan-execution';
import type { PreparedFetch } from './prepared-plan';
import { projectResponse } from './project-response';

/** One operation to be answered from the subgraphs. */
export interface GraphRequest {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The way to the subgraphs for one request. */
export interface SubgraphAccess {
  readonly send: SendFetch;
  /** Opens a subgraph's stream of events. */
  readonly open: (
    fetch: PreparedFetch,
    variables: JsonObject,
  ) => Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;
}

/** Answers operations by the planner's plans. */
export type ExecuteGraph = (
  request: GraphRequest,
  access: SubgraphAccess,
) => Promise<ExecutionResult | AsyncIterable<ExecutionResult>>;

/** Makes the executor of a graph; `schema` is what clients see. */
export function graphExecutor(schema: GraphQLSchema, plan: PlanOperation): ExecuteGraph {
  return async ({ document, operationName, variables: given }, access) => {
    const planned = await planWhenNeeded(plan, document, operationName);
    if (planned === undefined) {
      return execute({ schema, document, variableValues: given, operationName: operationName ?? null });
    }
    const variables = coerceVariables(schema, planned.definition, given);
    if ('errors' in variables) {
      return { errors: variables.errors.map(({ message }) => publicError('BAD_USER_INPUT', message)) };
    }
    const { values } = variables;
    return planned.plan.kind === 'single'
      ? answer(planned, values, access, planned.plan.step)
      : follow(planned, values, access, planned.plan);
  };
}

/** Questions about the schema itself go to no subgraph, and the planner cannot plan them beside others. */
async function planWhenNeeded(plan: PlanOperation, document: DocumentNode, operationName: string | undefined) {
  const fields = (getOperationAST(document, operationName)?.selectionSet.selections ?? []).map((selection) =>
    selection.kind === Kind.FIELD ? selection.name.value : '',
  );
  if (fields.every((name) => name.startsWith('__'))) return undefined;
  if (fields.some((name) => name === '__schema' || name === '__type')) {
    throw publicError('BAD_REQUEST', 'Ask for the schema and for data in two operations.');
  }
  return plan(document, operationName);
}

async function answer(
  planned: PlannedOperation,
  variables: Record<string, unknown>,
  { send }: SubgraphAccess,
  step: Parameters<PlanExecution['run']>[0] | undefined,
  data: JsonObject = {},
): Promise<ExecutionResult> {
  const execution = new PlanExecution(send, variables, data);
  if (step !== undefined) await execution.run(step);
  return present(planned, variables, execution);
}

/** No subgraph failed, yet a promised value is missing: one named an object that its owner does not have for this viewer. */
function missingObject(): GraphQLError {
  return publicError('NOT_FOUND', 'Something that was asked for does not exist, or is not there yet.', { status: 404 });
}

function present(
  planned: PlannedOperation,
  variables: Record<string, unknown>,
  execution: PlanExecution,
): ExecutionResult {
  const { data, violated } = projectResponse(execution.data, planned.shape, variables);
  if (violated && execution.errors.length === 0) execution.report(missingObject());
  const extensions = remarksOf(execution);
  return { data, ...(execution.errors.length === 0 ? {} : { errors: execution.errors }), ...extensions };
}

function remarksOf({ remarks }: PlanExecution): Pick<ExecutionResult, 'extensions'> {
  if (remarks.size === 0) return {};
  const told = [...remarks].map(([subgraph, own]) => [
    subgraph,
    Object.fromEntries([...own].map(([name, words]) => [name, [...words].sort()])),
  ]);
  return { extensions: Object.fromEntries(told) as Record<string, unknown> };
}

async function follow(
  planned: PlannedOperation,
  variables: Record<string, unknown>,
  access: SubgraphAccess,
  plan: Extract<PlannedOperation['plan'], { kind: 'stream' }>,
): Promise<ExecutionResult | AsyncIterable<ExecutionResult>> {
  const picked = Object.fromEntries(plan.source.variables.map((name) => [name, variables[name]]));
  const events = await access.open(plan.source, picked);
  if (!(Symbol.asyncIterator in events)) return events;
  return mapStream(events, async ({ data, errors = [] }) => {
    if (!isJsonObject(data)) return errors.length === 0 ? { data: null } : { data: null, errors };
    const completed = await answer(planned, variables, access, plan.completion, data);
    const all = [...errors, ...(completed.errors ?? [])];
    return all.length === 0 ? completed : { ...completed, errors: all };
  });
}

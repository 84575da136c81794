import { Kind, parse } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode, SelectionNode } from 'graphql';
import type {
  BatchFetchNode,
  FetchNode,
  FlattenNode,
  PlanNode,
  QueryPlan,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { entityPath } from './entity-path';
import type { EntityBatch, PlanStep, PreparedFetch, PreparedPlan } from './prepared-plan';
import { representation } from './representation';
import { rewrite } from './rewrite';
import { rememberText } from './document-text';

const ENTITIES = '_entities';

/** Works out once what every execution of the plan needs. */
export function preparePlan(plan: QueryPlan, schema: GraphQLSchema): PreparedPlan {
  const { node } = plan;
  if (node === undefined) return { kind: 'single', step: undefined };
  const [first, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
  if (first?.kind === 'Subscription') {
    const completion = rest.length === 0 ? undefined : prepareStep({ kind: 'Sequence', nodes: rest }, schema);
    return { kind: 'stream', source: prepareFetch(first.primary), completion };
  }
  return { kind: 'single', step: prepareStep(node, schema) };
}

function prepareStep(node: PlanNode, schema: GraphQLSchema): PlanStep {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map((inner) => prepareStep(inner, schema)) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map((inner) => prepareStep(inner, schema)) };
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        ...(node.ifClause === undefined ? {} : { met: prepareStep(node.ifClause, schema) }),
        ...(node.elseClause === undefined ? {} : { unmet: prepareStep(node.elseClause, schema) }),
      };
    case 'Fetch': {
      const fetch = prepareFetch(node);
      const outputRewrites = (node.outputRewrites ?? []).map((source) => rewrite(source, schema));
      return { kind: 'root', fetch, outputRewrites, adds: rootFields(fetch.document).map(responseKey) };
    }
    case 'Flatten':
      return prepareFlatten(node, schema);
    case 'BatchFetch':
      return prepareBatch(node, schema);
    case 'Subscription':
    case 'Defer':
      throw new Error(`the plan has a ${node.kind} where none can be`);
  }
}

function prepareFetch(node: Omit<FetchNode, 'kind'> | Omit<BatchFetchNode, 'kind'>): PreparedFetch {
  const document = parse(node.operation, { noLocation: true });
  rememberText(document, node.operation);
  return {
    subgraph: node.serviceName,
    document,
    operationType: operationOf(document).operation,
    operationName: node.operationName,
    variables: node.variableUsages ?? [],
  };
}

function prepareFlatten({ node, path }: FlattenNode, schema: GraphQLSchema): PlanStep {
  if (node.kind !== 'Fetch') throw new Error(`the plan completes objects by a ${node.kind}`);
  const fetch = prepareFetch(node);
  const batch = prepareEntities(
    { alias: ENTITIES, variable: 'representations', paths: [path], requires: node.requires ?? [] },
    node,
    fetch,
    schema,
  );
  return { kind: 'entities', fetch, batches: [batch] };
}

function prepareBatch(node: BatchFetchNode, schema: GraphQLSchema): PlanStep {
  const fetch = prepareFetch(node);
  const batches = node.entityBatch.aliases.map((alias) =>
    prepareEntities({ ...alias, variable: alias.representationsVariableName }, alias, fetch, schema),
  );
  return { kind: 'entities', fetch, batches };
}

function prepareEntities(
  source: { alias: string; variable: string; paths: FlattenNode['path'][]; requires: RequiresSelection[] },
  rewrites: Pick<FetchNode, 'inputRewrites' | 'outputRewrites'>,
  fetch: PreparedFetch,
  schema: GraphQLSchema,
): EntityBatch {
  const field = rootFields(fetch.document).find((candidate) => responseKey(candidate) === source.alias);
  return {
    alias: source.alias,
    variable: source.variable,
    paths: source.paths.map((path) => entityPath(path, schema)),
    represent: representation(source.requires, schema),
    inputRewrites: (rewrites.inputRewrites ?? []).map((one) => rewrite(one, schema)),
    outputRewrites: (rewrites.outputRewrites ?? []).map((one) => rewrite(one, schema)),
    adds: [...new Set(fieldsOf(field?.selectionSet?.selections ?? [], fetch.document).map(responseKey))].filter(
      (key) => key !== '__typename',
    ),
  };
}

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('a fetch without an operation');
  return operation;
}

function rootFields(document: DocumentNode): FieldNode[] {
  return fieldsOf(operationOf(document).selectionSet.selections, document);
}

function fieldsOf(selections: readonly SelectionNode[], document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet.selections, document);
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsOf(fragment.selectionSet.selections, document) : [];
  });
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

export { defineEnvironment } from './define-environment';
export type { Environment, Variable } from './define-environment';
export { listOf } from './list-variable';
export { flag, identityVariables, port, processVariables, secretBytes, subgraphVariables } from './subgraph-variables';
export { hostService, runService } from './host-service';
export type { Composition, Foundations, ServiceDefinition, SubgraphEnvironment } from './host-service';
export { repeat } from './repeat';
export type { Repetition } from './repeat';

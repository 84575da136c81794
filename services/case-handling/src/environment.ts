import { defineEnvironment, subgraphVariables } from '@redress/service-host';

/** What this service reads from its environment. */
export const environment = defineEnvironment('case-handling', subgraphVariables);

/** Reads it. */
export const readEnvironment = () => environment.read(process.env);

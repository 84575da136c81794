export { eventually } from './eventually';
export type { ControlledServer } from './infrastructure/controlled-server';
export { startBroker, startDatabaseServer, startInfrastructure } from './infrastructure/start-infrastructure';
export type { TestInfrastructure } from './infrastructure/start-infrastructure';
export { testDatabase, testDatabaseServerUrl, testNatsUrl } from './run-infrastructure';

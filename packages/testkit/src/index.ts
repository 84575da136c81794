export { eventually } from './eventually';
export type { ControlledServer } from './infrastructure/controlled-server';
export { startBroker, startDatabaseServer, startInfrastructure } from './infrastructure/start-infrastructure';
export type { TestInfrastructure } from './infrastructure/start-infrastructure';
export { testIdentity } from './identity';
export type { TestIdentity, TestPerson } from './identity';
export { testDatabase, testDatabaseServerUrl, testNatsUrl } from './run-infrastructure';
export { startTestSystem } from './system';
export type { GraphAnswer, TestSystem } from './system';

import { expected as electronicsStoreManager } from './expected/electronics-store-manager';
import { expected as electronicsAgentA } from './expected/electronics-agent-a';
import { expected as electronicsAgentB } from './expected/electronics-agent-b';
import { expected as electronicsAgentC } from './expected/electronics-agent-c';
import { expected as electronicsCsDepartment } from './expected/electronics-cs-department';
import { expected as electronicsAgentDuties } from './expected/electronics-agent-duties';
import { playScenarios } from './scenarios';

// Service of electronics: texts almost without numbers.
playScenarios('electronics', [
  electronicsStoreManager,
  electronicsAgentA,
  electronicsAgentB,
  electronicsAgentC,
  electronicsCsDepartment,
  electronicsAgentDuties,
]);

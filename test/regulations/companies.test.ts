import { COMPANIES } from './expected/companies';
import { playScenarios } from './scenarios';

playScenarios('companies', COMPANIES);

import { FINANCE } from './expected/finance';
import { playScenarios } from './scenarios';

playScenarios('finance', FINANCE);

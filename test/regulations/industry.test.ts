import { INDUSTRY } from './expected/industry';
import { playScenarios } from './scenarios';

playScenarios('industry', INDUSTRY);

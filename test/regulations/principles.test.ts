import { PRINCIPLES } from './expected/principles';
import { playScenarios } from './scenarios';

playScenarios('principles', PRINCIPLES);

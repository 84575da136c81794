import { ELECTRONICS } from './expected/electronics';
import { playScenarios } from './scenarios';

playScenarios('electronics', ELECTRONICS);

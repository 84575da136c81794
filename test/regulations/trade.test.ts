import { TRADE } from './expected/trade';
import { playScenarios } from './scenarios';

playScenarios('trade', TRADE);

export { stepsThatShow } from './coverage';
export { readRulebook } from './rulebook-files';
export type { Rulebook } from './rules.model';

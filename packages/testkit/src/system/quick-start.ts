import { join } from 'node:path';

/** Where processes of this run leave what they compiled; set by the global set-up. */
export const CODE_VARIABLE = 'REDRESS_TEST_CODE_DIRECTORY';

const PRELOADS = ['compiled-code.cjs', 'end-with-parent.cjs'].map((name) => `--require ${join(__dirname, name)}`);

/**
 * Variables with which a program takes over what an earlier process of this run has compiled, and ends with the process
 * that starts it; none outside of a run.
 */
export function quickStart(): { readonly NODE_OPTIONS?: string; readonly [CODE_VARIABLE]?: string } {
  const directory = process.env[CODE_VARIABLE];
  return directory === undefined ? {} : { NODE_OPTIONS: PRELOADS.join(' '), [CODE_VARIABLE]: directory };
}

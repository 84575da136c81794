import { join } from 'node:path';

/** Where processes of this run leave what they compiled; set by the global set-up. */
export const CODE_VARIABLE = 'REDRESS_TEST_CODE_DIRECTORY';

const PRELOAD = join(__dirname, 'compiled-code.cjs');

/** Variables with which a program takes over what an earlier process of this run has compiled; none outside of a run. */
export function quickStart(): { readonly NODE_OPTIONS?: string; readonly [CODE_VARIABLE]?: string } {
  const directory = process.env[CODE_VARIABLE];
  return directory === undefined ? {} : { NODE_OPTIONS: `--require ${PRELOAD}`, [CODE_VARIABLE]: directory };
}

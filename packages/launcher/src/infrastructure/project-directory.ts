import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The top of the checkout: the nearest directory above this file that holds the workspace file. */
export function projectDirectory(): string {
  let directory = __dirname;
  while (!existsSync(join(directory, 'pnpm-workspace.yaml'))) {
    const parent = dirname(directory);
    if (parent === directory) {
      throw new Error('the project directory was not found: no pnpm-workspace.yaml above this file');
    }
    directory = parent;
  }
  return directory;
}

/** Where everything lives that runs leave on disk, unless a run is given a place of its own: data, logs, programs. */
export function stateDirectory(): string {
  return join(projectDirectory(), '.redress');
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBinary } from './binaries';

const run = promisify(execFile);

/** A Docker-compatible command whose engine answers. */
export interface ContainerEngine {
  readonly command: string;
  readonly name: string;
}

/** The first of docker and podman that can run containers now; undefined when neither can. */
export async function findContainerEngine(): Promise<ContainerEngine | undefined> {
  for (const name of ['docker', 'podman']) {
    const command = findBinary([name]);
    if (command === undefined) continue;
    const answers = await run(command, ['ps', '--quiet'], { timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (answers) return { command, name };
  }
  return undefined;
}

/** Whether the engine has the image or could fetch it. */
export async function hasImage(engine: ContainerEngine, image: string, say: (line: string) => void): Promise<boolean> {
  const works = (...args: string[]) =>
    run(engine.command, args, { timeout: 300_000, maxBuffer: 16 * 1024 * 1024 }).then(
      () => true,
      () => false,
    );
  if (await works('image', 'inspect', image)) return true;
  say(`fetching ${image} with ${engine.name}`);
  if (await works('pull', '--quiet', image)) return true;
  say(`${engine.name} could not fetch ${image}; looking elsewhere`);
  return false;
}

/** Removes a container that an earlier run may have left; silent when there is none. */
export async function removeContainer(engine: ContainerEngine, name: string): Promise<void> {
  await run(engine.command, ['rm', '--force', name]).catch(() => undefined);
}

/** Removes a named volume; silent when there is none. */
export async function removeVolume(engine: ContainerEngine, name: string): Promise<void> {
  await run(engine.command, ['volume', 'rm', '--force', name]).catch(() => undefined);
}

import { rm } from 'node:fs/promises';
import type { PrivateProcess } from '@redress/launcher/infrastructure';
import type { ControlledServer } from './controlled-server';

interface Started {
  readonly url: string;
  readonly port: number;
  readonly process: PrivateProcess;
}

/** Puts a child process that `launch` starts under a test's control; `launch` is given the port to keep. */
export async function controlProcess(
  directory: string,
  launch: (port?: number) => Promise<Started>,
): Promise<ControlledServer> {
  const first = await launch();
  let current = first.process;
  const endWithUs = () => void (current.alive() && current.signal('SIGKILL'));
  process.once('exit', endWithUs);
  const kill = async () => void (await current.stop({ signal: 'SIGKILL' }));
  return {
    url: first.url,
    directory,
    kill,
    async start() {
      if (current.alive()) return;
      current = (await launch(first.port)).process;
    },
    pause: () => Promise.resolve(current.signal('SIGSTOP')),
    resume: () => Promise.resolve(current.signal('SIGCONT')),
    async stop() {
      process.off('exit', endWithUs);
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

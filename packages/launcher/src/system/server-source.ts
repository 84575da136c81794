import type { LauncherEnvironment } from '../environment';
import type { PrivateProcess } from '../infrastructure/private-process';
import type { Secrets } from '../state/secrets';
import type { StateFiles } from '../state/state-files';
import type { Part } from '../supervision/part';

/** What the search for a server needs to know. */
export interface SourceOptions {
  readonly environment: LauncherEnvironment;
  readonly files: StateFiles;
  readonly secrets: Secrets;
  readonly say: (line: string) => void;
}

/** Where a server comes from, and the part to supervise when it is ours. */
export interface ServerSource {
  readonly url: string;
  readonly description: string;
  readonly part?: Part;
}

/** A server of ours on a fixed port, so that its URL holds over restarts. */
export function ownedServer(
  server: { name: string; url: string; description: string },
  launch: () => Promise<{ process: PrivateProcess }>,
): ServerSource {
  const { name, url, description } = server;
  return { url, description, part: { name, launch: async () => (await launch()).process } };
}

import { IMAGES } from './images';

/** What test servers are: containers where an engine answers and has the images, else child processes. */
export type ServerKind = 'containers' | 'processes';

/** Set by the global set-up, so that the engine is asked once a run; set it yourself to force a kind. */
export const KIND_VARIABLE = 'REDRESS_TEST_SERVERS';

async function enginesAnswer(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient, ImageName } = await import('testcontainers');
    const { image } = await getContainerRuntimeClient();
    for (const name of [IMAGES.mariadb, IMAGES.nats]) {
      const wanted = ImageName.fromString(name);
      if (!(await image.exists(wanted))) await image.pull(wanted);
    }
    return true;
  } catch {
    return false;
  }
}

/** The kind for this run. */
export async function serverKind(): Promise<ServerKind> {
  const chosen = process.env[KIND_VARIABLE];
  if (chosen === 'containers' || chosen === 'processes') return chosen;
  return (await enginesAnswer()) ? 'containers' : 'processes';
}

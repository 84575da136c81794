import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { findContainerEngine } from '../infrastructure/container-engine';
import { removeContainerData } from '../infrastructure/container-servers';
import type { CommandContext } from './start';
import { stop } from './stop';

/** Stops what runs and removes all data, logs and secrets; downloaded programs stay. Returns the exit code. */
export async function reset(context: CommandContext): Promise<number> {
  const { environment, files, progress } = context;
  await stop(context);
  await progress.step('data, logs and secrets removed', async () => {
    for (const place of [dirname(files.database), files.logs, files.secrets, files.issuerKey, files.endpoint]) {
      await rm(place, { recursive: true, force: true });
    }
    const engine = await findContainerEngine();
    if (engine !== undefined) await removeContainerData(engine, files.directory);
  });
  if (environment.databaseUrl !== undefined) {
    progress.say('the given database (REDRESS_DATABASE_URL) was left alone: drop its schemas yourself');
  }
  if (environment.natsUrl !== undefined) {
    progress.say('the given broker (REDRESS_NATS_URL) was left alone: remove its EVT_* streams yourself');
  }
  return 0;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { FaultServiceOptions } from './fault-service';
import { startFaultService } from './fault-service';

/** What a fault test has this process do besides running the service. */
export interface Task {
  readonly options: FaultServiceOptions;
  /** Commands to run, some at a time; each answered one is reported on standard output. */
  readonly changes: readonly { readonly tenantId: string; readonly thingId: string }[];
}

const AT_ONCE = 4;

async function main(): Promise<void> {
  const { options, changes } = JSON.parse(process.argv[2] ?? '') as Task;
  const service = await startFaultService(options);
  process.once('disconnect', () => void service.stop().then(() => process.exit(0)));
  const waiting = [...changes];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const version = await service.change(next.tenantId, next.thingId);
      process.send?.({ thingId: next.thingId, version });
      // Spread over several turns of the relay, so that a failpoint has a before and an after.
      await pause(1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.send?.('done');
}

void main();

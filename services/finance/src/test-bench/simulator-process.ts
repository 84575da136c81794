import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@redress/testkit';
import { startProgram, type Program } from './child-process';

/** What the provider did under one key. */
export interface ProviderRecord {
  readonly id: string;
  readonly key: string;
  readonly reference: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly status: 'SUCCEEDED' | 'DECLINED';
}

/** The payment simulator in a process of its own. */
export interface SimulatorProcess {
  readonly url: string;
  behave(behaviour: object): Promise<void>;
  behaveNormally(): Promise<void>;
  /** The provider's own list, which the books are compared with. */
  records(): Promise<ProviderRecord[]>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the simulator; what it paid outlives it until it is stopped. */
export async function startSimulator(): Promise<SimulatorProcess> {
  const directory = await mkdtemp(join(tmpdir(), 'payments-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { PORT: String(port), REDRESS_SIMULATOR_DIRECTORY: directory, LOG_LEVEL: 'silent' };
  const start = (): Promise<Program> => startProgram('payment-simulator', environment, `${url}/ready`);
  let program = await start();
  return {
    url,
    async behave(behaviour) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/behaviour`, { method: 'POST', headers, body: JSON.stringify(behaviour) });
      if (!response.ok) throw new Error(`the simulator refused ${JSON.stringify(behaviour)}`);
    },
    async behaveNormally() {
      await fetch(`${url}/behaviour`, { method: 'DELETE' });
    },
    async records() {
      const response = await fetch(`${url}/payments?limit=1000`);
      return ((await response.json()) as { payments: ProviderRecord[] }).payments;
    },
    kill: () => program.kill(),
    async restart() {
      program = await start();
    },
    async stop() {
      await program.kill();
      await rm(directory, { recursive: true });
    },
  };
}

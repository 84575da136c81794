import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Failpoint } from '../failpoint';
import type { Task } from './fault-service.main';

/** A command that a child process has answered. */
export interface Answered {
  readonly thingId: string;
  readonly version: number;
}

/** A fault service in a process of its own, which may be killed. */
export interface FaultProcess {
  readonly answered: readonly Answered[];
  /** Resolves when every command has been answered; rejects when the process ends before. */
  readonly done: Promise<void>;
  /** Resolves with the signal or code with which it ended. */
  readonly ended: Promise<string>;
  signal(signal: NodeJS.Signals): void;
  /** Lets it end by itself. */
  stop(): Promise<string>;
}

const MAIN = join(__dirname, '..', '..', 'dist', 'faults', 'fault-service.main.js');

/** Starts the process, which must have been built; it kills itself at the failpoint when one is given. */
export function startFaultProcess(task: Task, failpoint?: `${Failpoint}:${number}`): FaultProcess {
  const child = fork(MAIN, [JSON.stringify(task)], {
    env: failpoint === undefined ? {} : { REDRESS_FAILPOINT: failpoint },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const answered: Answered[] = [];
  const ended = endOf(child);
  const done = new Promise<void>((resolve, reject) => {
    child.on('message', (message: Answered | 'done') => {
      if (message === 'done') resolve();
      else answered.push(message);
    });
    void ended.then((how) => reject(new Error(`the process ended with ${how}`)));
  });
  // A killed process is often the point of the test; whoever needs all answers awaits `done`.
  done.catch(() => undefined);
  return {
    answered,
    done,
    ended,
    signal: (signal) => void child.kill(signal),
    stop() {
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });
}

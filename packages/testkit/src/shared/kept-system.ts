import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockedPids } from '../system/start-test-system';
import type { LaunchedSystem } from '../system/launch-system';

/** One system of the run, with a note of who has it and had it. */
export class KeptSystem {
  /** Whether its clock was put back: what it keeps for later may then be due a long time from now. */
  wentBack = false;
  private stopping: Promise<void> | undefined;
  private readonly users: string[] = [];
  private readonly before: string[] = [];

  constructor(private readonly launched: LaunchedSystem) {}

  get address(): LaunchedSystem['address'] {
    return this.launched.address;
  }

  /** Whether nothing has gone wrong in it: a process that dies in the hands of a test leaves traces for the next. */
  get sound(): boolean {
    return this.launched.incidents.length === 0;
  }

  /** Whether no test file has it. */
  get isFree(): boolean {
    return this.users.length === 0;
  }

  get offsetMs(): number {
    return this.launched.clock?.offsetMs ?? 0;
  }

  get now(): number {
    return Date.now() + this.offsetMs;
  }

  lendTo(file: string): void {
    this.users.push(file);
    this.note(`taken by ${file}`);
  }

  /** Answers what happened, with all who may have caused it. */
  takeBackFrom(file: string): readonly string[] {
    const { incidents } = this.launched;
    const others = this.users.filter((user) => user !== file);
    this.users.splice(this.users.indexOf(file), 1);
    const blame = `in use by ${[file, ...others].join(', ')}; before by ${this.before.join(', ') || 'nobody'}`;
    this.before.push(file);
    this.note(`given back by ${file}`);
    return incidents.map((incident) => `${incident} (${blame})`);
  }

  async moveTo(moment: string): Promise<void> {
    this.wentBack ||= new Date(moment).getTime() < this.now;
    await this.launched.clock?.moveTo(moment, clockedPids(this.launched));
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.launched.stop());
  }

  /** Beside the logs of the processes, so that both can be read together. */
  private note(what: string): void {
    appendFileSync(join(this.address.directory, 'logs', 'users.log'), `${new Date().toISOString()} ${what}\n`);
  }
}

import { launchSystem } from '../system/launch-system';
import { KeptSystem } from './kept-system';
import type { Loan, Returned, Wish } from './lending';

interface Given {
  readonly system: KeptSystem;
  readonly file: string;
  readonly alone: boolean;
}

/** So much later than wished is no other moment: that is how long a file takes, too. */
const AS_GOOD_AS_MS = 60 * 60_000;

/** So many wait for the next test file, and only so long: a system that nobody uses still works, and slows down the others. */
const MOST_FREE = 2;
const IDLE_MS = 30_000;

/** Keeps the systems of a run: starts one when a test file asks for it, and lends it again instead of ending it. */
export class SystemKeeper {
  private readonly started = new Set<Promise<KeptSystem>>();
  private readonly loans = new Map<string, Given>();
  private readonly free: KeptSystem[] = [];
  private readonly idle = new Map<KeptSystem, NodeJS.Timeout>();
  private inRealTime: Promise<KeptSystem> | undefined;
  private lent = 0;

  constructor(private readonly launch: typeof launchSystem = launchSystem) {}

  async lend({ file, moment, backwards = false }: Wish): Promise<Loan> {
    const system = moment === undefined ? await this.forEverybody() : await this.forOneFile(moment, backwards);
    clearTimeout(this.idle.get(system));
    system.lendTo(file);
    this.lent += 1;
    const id = String(this.lent);
    this.loans.set(id, { system, file, alone: moment !== undefined });
    return { id, address: system.address, offsetMs: system.offsetMs };
  }

  /** Moves a system that one test file has alone; answers by how much that is off the real time. */
  async move(id: string, moment: string): Promise<number> {
    const { system } = this.given(id);
    await system.moveTo(moment);
    return system.offsetMs;
  }

  takeBack(id: string): Returned {
    const { system, file, alone } = this.given(id);
    this.loans.delete(id);
    const incidents = system.takeBackFrom(file);
    if (alone && system.sound) this.free.push(system);
    else if (alone) void this.end(system);
    this.endTooMany();
    if (system.isFree) this.idle.set(system, setTimeout(() => void this.endIdle(system), IDLE_MS).unref());
    return { incidents };
  }

  /** The ones whose clocks are farthest ahead are of use to the fewest. */
  private endTooMany(): void {
    this.free.sort((left, right) => left.now - right.now);
    for (const system of this.free.splice(MOST_FREE)) void this.end(system);
  }

  private async endIdle(system: KeptSystem): Promise<void> {
    const inRealTime = await this.inRealTime?.catch(() => undefined);
    const place = this.free.indexOf(system);
    if (place >= 0) this.free.splice(place, 1);
    else if (inRealTime === system && system.isFree) this.inRealTime = undefined;
    else if (system.sound || !system.isFree) return;
    await this.end(system);
  }

  /** What cannot be ended now is ended with the run, which tells why. */
  private end(system: KeptSystem): Promise<void> {
    return system.stop().catch(() => undefined);
  }

  /** Ends all of them. */
  async stop(): Promise<void> {
    const all = await Promise.allSettled(this.started);
    this.started.clear();
    await Promise.all(all.flatMap((each) => (each.status === 'fulfilled' ? [each.value.stop()] : [])));
  }

  private async forEverybody(): Promise<KeptSystem> {
    this.inRealTime ??= this.start();
    const asked = this.inRealTime;
    // what could not be started, or has broken, is not lent again
    const sound = await asked.then(
      (system) => system.sound,
      () => false,
    );
    if (!sound && this.inRealTime === asked) this.inRealTime = undefined;
    return sound ? asked : (this.inRealTime ??= this.start());
  }

  private async forOneFile(moment: string, backwards: boolean): Promise<KeptSystem> {
    const wished = new Date(moment).getTime();
    const place = this.free.findIndex((each) =>
      backwards ? each.wentBack : !each.wentBack && each.now < wished + AS_GOOD_AS_MS,
    );
    const [system] = place < 0 ? [] : this.free.splice(place, 1);
    if (system === undefined) return this.start(moment);
    if (backwards || system.now < wished) await system.moveTo(moment);
    return system;
  }

  private start(moment?: string): Promise<KeptSystem> {
    const system = this.launch(moment === undefined ? {} : { moment }).then((launched) => new KeptSystem(launched));
    this.started.add(system);
    return system;
  }

  private given(id: string): Given {
    const given = this.loans.get(id);
    if (given === undefined) throw new Error(`no test file has the system of loan ${id}`);
    return given;
  }
}

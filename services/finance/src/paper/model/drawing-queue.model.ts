/** How much is drawn and kept at a time. */
export interface DrawingLimits {
  /** Of all drawn files that are kept in memory. */
  readonly bytesKept: number;
  /** Files that are drawn or wait for it, and those of one organisation among them. */
  readonly drawings: number;
  readonly drawingsOfTenant: number;
}

/** So few that the last of them is there before whoever waits gives up. */
const USUAL: DrawingLimits = { bytesKept: 32 * 1024 * 1024, drawings: 16, drawingsOfTenant: 8 };

interface Drawing {
  readonly tenantId: string;
  readonly file: Promise<Buffer>;
}

/**
 * Files that are drawn one at a time, because drawing keeps the processor busy, and each once: for all who ask meanwhile,
 * and for those who ask later as long as it is kept. A name stands for the same bytes for ever.
 */
export class DrawingQueue {
  private readonly drawings = new Map<string, Drawing>();
  private readonly kept = new Map<string, Buffer>();
  private bytes = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly limits: DrawingLimits = USUAL) {}

  /** The file of that name; nothing when too many others are to be drawn before it. */
  take(tenantId: string, name: string, draw: () => Promise<Buffer>): Promise<Buffer> | undefined {
    const known = this.kept.get(name);
    if (known !== undefined) {
      this.keep(name, known);
      return Promise.resolve(known);
    }
    const underWay = this.drawings.get(name);
    if (underWay !== undefined) return underWay.file;
    if (this.isFull(tenantId)) return undefined;
    const file = this.last.then(draw).then(
      (content) => {
        this.drawings.delete(name);
        this.keep(name, content);
        return content;
      },
      (error: unknown) => {
        this.drawings.delete(name);
        throw error;
      },
    );
    this.last = file.catch(() => undefined);
    this.drawings.set(name, { tenantId, file });
    return file;
  }

  private isFull(tenantId: string): boolean {
    const ofTenant = [...this.drawings.values()].filter((each) => each.tenantId === tenantId);
    return this.drawings.size >= this.limits.drawings || ofTenant.length >= this.limits.drawingsOfTenant;
  }

  /** The one that nobody asked for the longest goes first; one that is larger than all the room is not kept. */
  private keep(name: string, content: Buffer): void {
    this.leave(name);
    if (content.length > this.limits.bytesKept) return;
    this.kept.set(name, content);
    this.bytes += content.length;
    for (const longest of this.kept.keys()) {
      if (this.bytes <= this.limits.bytesKept) return;
      this.leave(longest);
    }
  }

  private leave(name: string): void {
    this.bytes -= this.kept.get(name)?.length ?? 0;
    this.kept.delete(name);
  }
}

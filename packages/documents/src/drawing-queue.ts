/** How much is drawn and kept at a time. */
export interface DrawingLimits {
  /** Of all drawn files that are kept in memory. */
  readonly bytesKept: number;
  /** Files that are drawn or wait for it, and those of one organisation among them. */
  readonly drawings: number;
  readonly drawingsOfTenant: number;
}

interface Drawing<File> {
  readonly tenantId: string;
  readonly file: Promise<File>;
}

/**
 * Files that are drawn one at a time, because drawing keeps the processor busy, and each once: for all who ask meanwhile,
 * and for those who ask later as long as it is kept. A name stands for the same bytes for ever.
 */
export class DrawingQueue<File> {
  private readonly drawings = new Map<string, Drawing<File>>();
  private readonly kept = new Map<string, File>();
  private bytes = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** `bytesOf` tells how many bytes a file takes, and nothing of one that is not to be kept. */
  constructor(
    private readonly limits: DrawingLimits,
    private readonly bytesOf: (file: File) => number | undefined,
  ) {}

  /** The file of that name; nothing when too many others are to be drawn before it. */
  take(tenantId: string, name: string, draw: () => Promise<File>): Promise<File> | undefined {
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
  private keep(name: string, file: File): void {
    this.leave(name);
    const bytes = this.bytesOf(file);
    if (bytes === undefined || bytes > this.limits.bytesKept) return;
    this.kept.set(name, file);
    this.bytes += bytes;
    for (const longest of this.kept.keys()) {
      if (this.bytes <= this.limits.bytesKept) return;
      this.leave(longest);
    }
  }

  private leave(name: string): void {
    const known = this.kept.get(name);
    this.bytes -= known === undefined ? 0 : (this.bytesOf(known) ?? 0);
    this.kept.delete(name);
  }
}

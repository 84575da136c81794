/** Files by name, as many as have room together; the one that nobody asked for the longest goes first. */
export class KeptFiles<File extends { readonly content: Buffer }> {
  private readonly files = new Map<string, File>();
  private bytes = 0;

  constructor(private readonly bytesAtMost: number) {}

  get(name: string): File | undefined {
    const file = this.files.get(name);
    if (file === undefined) return undefined;
    this.files.delete(name);
    this.files.set(name, file);
    return file;
  }

  /** One that is larger than all the room is not kept. */
  keep(name: string, file: File): void {
    this.leave(name);
    if (file.content.length > this.bytesAtMost) return;
    this.files.set(name, file);
    this.bytes += file.content.length;
    for (const longest of this.files.keys()) {
      if (this.bytes <= this.bytesAtMost) return;
      this.leave(longest);
    }
  }

  private leave(name: string): void {
    this.bytes -= this.files.get(name)?.content.length ?? 0;
    this.files.delete(name);
  }
}

import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

/** A file within the archive, once its bytes are known. */
interface ZipEntry {
  readonly name: string;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
}

/** What is known of an archive so far: everything but its bytes. */
export interface ZipState {
  readonly offset: number;
  readonly entries: readonly ZipEntry[];
  readonly open?: ZipEntry;
}

const VERSION = 20;
/** Names are UTF-8, and sizes follow the bytes. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, so that the same content gives the same bytes. */
const DAY = 0x0021;
const MOST_BYTES = 0xffff_ffff;

const deflate = promisify(deflateRaw) as (bytes: Buffer, options: object) => Promise<Buffer>;

/**
 * Writes a zip archive piece by piece. Each piece is compressed on its own and ends on a byte, so that the archive can be
 * gone on with by another process from the state alone; that costs a few per cent in size.
 */
export class ZipWriter {
  constructor(private current: ZipState = { offset: 0, entries: [] }) {}

  state(): ZipState {
    return this.current;
  }

  open(name: string): Buffer {
    const { offset, entries } = this.current;
    const named = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x0403_4b50, 0);
    head.writeUInt16LE(VERSION, 4);
    head.writeUInt16LE(FLAGS, 6);
    head.writeUInt16LE(DEFLATED, 8);
    head.writeUInt16LE(DAY, 12);
    head.writeUInt16LE(named.length, 26);
    this.current = { offset, entries, open: { name, offset, crc: 0, packed: 0, plain: 0 } };
    return this.counted(Buffer.concat([head, named]));
  }

  async write(bytes: Buffer): Promise<Buffer> {
    return this.pack(bytes, constants.Z_FULL_FLUSH);
  }

  async close(): Promise<Buffer> {
    const last = await this.pack(Buffer.alloc(0), constants.Z_FINISH);
    const { crc, packed, plain } = this.entry();
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x0807_4b50, 0);
    sizes.writeUInt32LE(crc, 4);
    sizes.writeUInt32LE(packed, 8);
    sizes.writeUInt32LE(plain, 12);
    const { offset, entries } = this.current;
    this.current = { offset, entries: [...entries, this.entry()] };
    return Buffer.concat([last, this.counted(sizes)]);
  }

  /** The directory, with which the archive ends. */
  finish(): Buffer {
    const { offset, entries } = this.current;
    const directory = Buffer.concat(entries.map(directoryEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50, 0);
    end.writeUInt16LE(entries.length, 8);
    end.writeUInt16LE(entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(offset, 16);
    return this.counted(Buffer.concat([directory, end]));
  }

  private async pack(bytes: Buffer, finishFlush: number): Promise<Buffer> {
    const packed = await deflate(bytes, { finishFlush });
    const before = this.entry();
    const open = {
      ...before,
      crc: crc32(bytes, before.crc),
      packed: before.packed + packed.length,
      plain: before.plain + bytes.length,
    };
    if (open.plain > MOST_BYTES) throw new RangeError('a file within an archive is longer than 4 GiB');
    this.current = { ...this.current, open };
    return this.counted(packed);
  }

  private entry(): ZipEntry {
    if (this.current.open === undefined) throw new Error('no file of the archive is open');
    return this.current.open;
  }

  private counted(bytes: Buffer): Buffer {
    const offset = this.current.offset + bytes.length;
    if (offset > MOST_BYTES) throw new RangeError('an archive is longer than 4 GiB');
    this.current = { ...this.current, offset };
    return bytes;
  }
}

function directoryEntry({ name, offset, crc, packed, plain }: ZipEntry): Buffer {
  const named = Buffer.from(name);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(DEFLATED, 10);
  head.writeUInt16LE(DAY, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(packed, 20);
  head.writeUInt32LE(plain, 24);
  head.writeUInt16LE(named.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, named]);
}

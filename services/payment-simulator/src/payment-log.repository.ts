import { mkdir, open, readFile, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { PaymentRecord } from './payment.model';

/** The provider's own books: an append-only file that is on disk before a payment is answered. */
export class PaymentLog {
  private readonly byKey = new Map<string, PaymentRecord>();
  private writing: Promise<void> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  /** Opens the log in a directory, which is made when it is missing. A line cut off by a crash was never answered, so it is dropped. */
  static async open(directory: string): Promise<PaymentLog> {
    await mkdir(directory, { recursive: true });
    const path = join(directory, 'payments.jsonl');
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) await truncate(path, Buffer.byteLength(whole));
    const log = new PaymentLog(await open(path, 'a'));
    for (const line of whole.split('\n').filter((entry) => entry !== '')) {
      const record = JSON.parse(line) as PaymentRecord;
      log.byKey.set(record.key, record);
    }
    return log;
  }

  find(key: string): PaymentRecord | undefined {
    return this.byKey.get(key);
  }

  all(): PaymentRecord[] {
    return [...this.byKey.values()];
  }

  /** Adds a record and resolves when it is on disk. One write at a time, so that lines never mix. */
  append(record: PaymentRecord): Promise<void> {
    const written = this.writing.then(async () => {
      await this.file.appendFile(`${JSON.stringify(record)}\n`);
      await this.file.datasync();
      this.byKey.set(record.key, record);
    });
    this.writing = written.catch(() => undefined);
    return written;
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }
}

// Makes the secrets of a composition once, one file each, in a volume that only its containers see. Existing ones stay.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.argv[2] ?? '/run/redress';
mkdirSync(directory, { recursive: true });

function once(name, make) {
  const file = join(directory, name);
  if (!existsSync(file)) {
    // the database's account, which is not ours, reads its password here as well
    writeFileSync(file, make(), { mode: 0o444 });
    console.log(`made ${name}`);
  }
  return readFileSync(file, 'utf8');
}

const key = () => randomBytes(32).toString('base64');
const password = () => randomBytes(18).toString('hex');
once('database-root-password', password);
const account = once('database-password', password);
once('request-keys', () => `composition1:${key()}`);
once('cursor-key', key);
once('master-key', key);
for (const service of ['intake', 'case_handling', 'finance', 'analytics']) {
  once(`database-url-${service}`, () => `mysql://redress:${account}@database:3306/redress_${service}`);
}

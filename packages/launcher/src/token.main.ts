import { token } from './commands/token';
import { createProgress } from './console/progress';
import { readIssuerEnvironment } from './environment';

/** Prints a token of the composition's issuer: `docker compose exec issuer … --tenant demo --role agent`. */
token({ issuerKey: readIssuerEnvironment().keyFile, say: createProgress().say }, process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

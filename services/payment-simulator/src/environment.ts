/** A variable that the process reads, for the documentation and the deployment check. */
export interface Variable {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly example?: string;
}

export const VARIABLES: readonly Variable[] = [
  { name: 'PORT', description: 'Port of the HTTP interface; 0 takes a free one.', required: true, example: '4090' },
  { name: 'HOST', description: 'Address to listen on; 127.0.0.1 when absent.', required: false, example: '0.0.0.0' },
  {
    name: 'REDRESS_SIMULATOR_DIRECTORY',
    description: 'Directory of the log of payments, which survives the process.',
    required: true,
    example: './payments',
  },
  { name: 'LOG_LEVEL', description: 'Least level that is logged; info when absent.', required: false, example: 'warn' },
];

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly directory: string;
  readonly logLevel: string;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads every variable once. Throws one `Error` that lists everything that is wrong. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const port = Number(source['PORT'] || Number.NaN);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problems.push('PORT must be a whole number up to 65535');
  const directory = source['REDRESS_SIMULATOR_DIRECTORY'] ?? '';
  if (directory === '') problems.push('REDRESS_SIMULATOR_DIRECTORY must name a directory');
  const logLevel = source['LOG_LEVEL'] || 'info';
  if (!LOG_LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  if (problems.length > 0) throw new Error(`payment-simulator: ${problems.join('; ')}`);
  return { port, host: source['HOST'] || '127.0.0.1', directory, logLevel };
}

import { join } from 'node:path';
import { freePort } from '../infrastructure/free-port';
import type { Secrets } from '../state/secrets';
import type { StateFiles } from '../state/state-files';

/** The services with a schema and a subgraph of their own, by the names of their folders. */
export const SERVICES = ['intake', 'case-handling', 'finance', 'analytics'] as const;

export type ServiceName = (typeof SERVICES)[number];
export type ProcessName = ServiceName | 'payment-simulator' | 'gateway';

export interface Address {
  readonly port: number;
  /** Where `/ready` is; the simulator has it on its only port. */
  readonly operationsPort: number;
}

/** Everything that the environment of the processes is made of. */
export interface Wiring {
  readonly addresses: Readonly<Record<ProcessName, Address>>;
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly issuer: { readonly name: string; readonly audience: string; readonly jwksUrl: string };
  readonly secrets: Secrets;
  readonly files: StateFiles;
  readonly inherited: NodeJS.ProcessEnv;
}

const HOST = '127.0.0.1';

/** Free ports for all processes but the gateway, whose port is known. */
export async function chooseAddresses(gatewayPort: number): Promise<Wiring['addresses']> {
  const address = async () => ({ port: await freePort(), operationsPort: await freePort() });
  const simulator = await freePort();
  return {
    intake: await address(),
    'case-handling': await address(),
    finance: await address(),
    analytics: await address(),
    'payment-simulator': { port: simulator, operationsPort: simulator },
    gateway: { port: gatewayPort, operationsPort: await freePort() },
  };
}

/** The schema of a service on the database server: a path in the URL is the prefix, `redress` without one. */
export function schemaUrl(databaseUrl: string, service: ServiceName): string {
  const url = new URL(databaseUrl);
  const prefix = url.pathname.replace(/^\/+/, '') || 'redress';
  url.pathname = `/${prefix}_${service.replace('-', '_')}`;
  return url.toString();
}

const variableName = (service: ServiceName) => service.replace('-', '_').toUpperCase();

const httpUrl = ({ port }: Address) => `http://${HOST}:${port}`;

function everywhere(name: ProcessName, wiring: Wiring): NodeJS.ProcessEnv {
  const { port, operationsPort } = wiring.addresses[name];
  return {
    NODE_ENV: 'production',
    ...wiring.inherited,
    HOST,
    PORT: String(port),
    ...(operationsPort === port ? {} : { OPERATIONS_PORT: String(operationsPort) }),
    OTEL_SERVICE_NAME: name,
  };
}

function identity({ issuer, secrets }: Wiring): NodeJS.ProcessEnv {
  return {
    REDRESS_ISSUER: issuer.name,
    REDRESS_AUDIENCE: issuer.audience,
    REDRESS_JWKS_URL: issuer.jwksUrl,
    REDRESS_REQUEST_KEYS: secrets.requestKeys,
  };
}

function ofOneService(service: ServiceName, { addresses, secrets, files }: Wiring): NodeJS.ProcessEnv {
  switch (service) {
    case 'intake':
      return {
        REDRESS_MASTER_KEY: secrets.masterKey,
        REDRESS_ATTACHMENTS_DIRECTORY: files.attachments,
        REDRESS_PUBLIC_URL: httpUrl(addresses.gateway),
        REDRESS_CASE_HANDLING_URL: httpUrl(addresses['case-handling']),
      };
    case 'finance':
      return {
        REDRESS_PAYMENT_PROVIDER_URL: httpUrl(addresses['payment-simulator']),
        REDRESS_ATTACHMENTS_DIRECTORY: files.evidence,
        REDRESS_PUBLIC_URL: httpUrl(addresses.gateway),
      };
    case 'analytics':
      return { REDRESS_PUBLIC_URL: httpUrl(addresses.gateway) };
    case 'case-handling':
      return {};
  }
}

/** The complete environment of one process. */
export function environmentOf(name: ProcessName, wiring: Wiring): NodeJS.ProcessEnv {
  if (name === 'payment-simulator') {
    return {
      ...everywhere(name, wiring),
      REDRESS_SIMULATOR_DIRECTORY: join(wiring.files.directory, 'data', 'payments'),
    };
  }
  if (name === 'gateway') {
    const subgraphs = SERVICES.map((service) => [
      `REDRESS_SUBGRAPH_${variableName(service)}_URL`,
      `${httpUrl(wiring.addresses[service])}/graphql`,
    ]);
    return {
      ...everywhere(name, wiring),
      ...identity(wiring),
      ...(Object.fromEntries(subgraphs) as Record<string, string>),
      REDRESS_EXPLORER: 'true',
    };
  }
  return {
    ...everywhere(name, wiring),
    ...identity(wiring),
    REDRESS_DATABASE_URL: schemaUrl(wiring.databaseUrl, name),
    REDRESS_NATS_URL: wiring.natsUrl,
    REDRESS_CURSOR_KEY: wiring.secrets.cursorKey,
    ...ofOneService(name, wiring),
  };
}

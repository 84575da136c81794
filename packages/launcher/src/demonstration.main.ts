import { loadDemonstration } from './demonstration/demonstration';
import { readDemonstrationEnvironment } from './environment';
import { tokenFromKeyFile } from './system/tokens';

/** Loads the demonstration into a composition, once, through its gateway. */
async function main(): Promise<void> {
  const { gatewayUrl, keyFile, markerFile } = readDemonstrationEnvironment();
  const graph = {
    url: gatewayUrl,
    tokenFor: (request: Parameters<typeof tokenFromKeyFile>[1]) => tokenFromKeyFile(keyFile, request),
  };
  await loadDemonstration(graph, markerFile);
  process.stdout.write('the demonstration is loaded\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

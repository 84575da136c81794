import { parseArgs } from 'node:util';
import { MEASURES, type MeasureName } from './measures';
import type { Finding } from './measures/measure';
import { describeMachine } from './report/machine';
import { tableOf } from './report/table';
import { writeDocument } from './report/document';
import { openStage } from './stage/stage';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Measures everything, or what `--only` names, prints a table and writes it down when everything was measured or `--document` names a page. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, profile: { type: 'string' }, document: { type: 'string' } },
  });
  const names = Object.keys(MEASURES) as MeasureName[];
  const chosen = values.only === undefined ? names : names.filter((name) => values.only?.split(',').includes(name));
  if (chosen.length === 0) throw new Error(`--only takes ${names.join(', ')}`);
  const machine = describeMachine();
  const stage = await openStage(values.profile?.split(',') ?? []);
  const findings: Finding[] = [];
  try {
    for (const name of chosen) {
      const since = Date.now();
      findings.push(await MEASURES[name]({ stage, say }));
      say(`  ok    ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
    }
  } finally {
    await stage.stop();
  }
  console.log(`\n${tableOf(findings)}\n`);
  for (const { title, more } of findings) {
    console.log(title);
    for (const [name, value] of more) console.log(`  ${name}: ${value}`);
  }
  const isPart = values.only !== undefined || values.profile !== undefined;
  if (isPart && values.document === undefined) return;
  console.log(`\nwritten to ${await writeDocument(findings, machine, values.document)}`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});

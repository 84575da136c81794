import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectDirectory } from '@redress/launcher';
import { MEASURES } from '../measures';
import type { Finding } from '../measures/measure';
import { loadNow, type Machine } from './machine';
import { tableOf } from './table';

/** Writes the findings of one run to a file below `docs`; answers where that is. */
export async function writeDocument(
  findings: readonly Finding[],
  machine: Machine,
  name = 'performance.md',
): Promise<string> {
  const file = join(projectDirectory(), 'docs', name);
  await writeFile(file, documentOf(findings, machine));
  return file;
}

/** The document, all of whose figures come from the findings. */
export function documentOf(findings: readonly Finding[], machine: Machine): string {
  return `# Performance

Written by \`npm run benchmark\`; all figures are of one run. Read the ratios, which are system divided by floor: of rates the
larger is the better, of times the smaller. The absolute figures say as much about the machine as about the system, and
even ratios suffer where other work kept the processors busy: see the load averages below. Each page is of a run of its own:
[the whole](performance.md), [money](performance-finance.md), [figures](performance-analytics.md).

${tableOf(findings)}

The system is everything that \`npm start\` runs, each service a process of its own, with the default settings and a
database that flushes every commit to disk (\`innodb_flush_log_at_trx_commit=1\`) and a broker that flushes every message
(\`sync_interval: always\`). The measuring client runs on the same machine and shares its processors. A floor is the least
that could be done for the same result without this system, on the same servers, in the same run: what separates the two
is what authentication, the gateway, the rules, idempotency and the events cost.

${findings.map(sectionOf).join('\n')}
## The machine

${machine.processors}, ${machine.memoryGiB} GiB, Node ${machine.node}. Load average when the run began: ${machine.load}, when it ended: ${loadNow()}.
Flushing a small write to disk takes ${machine.flushMs} ms.

## Again

\`\`\`
npm run benchmark                            everything; writes docs/performance.md
npm run benchmark -- --only register,list    some of: ${Object.keys(MEASURES).join(', ')}
npm run benchmark -- --only approvals,million,export,reconciliation --document performance-finance.md
BENCHMARK_THOUSANDS=500,5000 npm run benchmark -- --only analytics,visibility,rebuild --document performance-analytics.md
npm run benchmark -- --profile gateway       a V8 profile of that process in .redress/benchmark/profiles
\`\`\`

It starts a system of its own beside one that may run, in \`.redress/benchmark\`, with a fresh database. Inputs are made
from fixed seeds, every measurement warms up first, and no two requests that are under way at the same time are equal, so
that nothing is answered twice from one execution. Nothing else should run on the machine meanwhile.
`;
}

function sectionOf({ title, method, more }: Finding): string {
  const figures = more.map(([name, value]) => `| ${name} | ${value} |`).join('\n');
  return `## ${title}\n\n${method}\n\n| | |\n|---|---|\n${figures}\n`;
}

import { eventually } from '@redress/testkit';
import type { Pool, RowDataPacket } from 'mysql2/promise';
import { processorTimeOf } from '../figures/processor-time';
import { runCommand } from '../stage/operator-command';
import { multiplyJournal } from '../stage/multiplied-journal';
import type { Organisation } from '../stage/organisation';
import { counted } from '../stage/quiet';
import { barePool } from '../stage/row-copies';
import { settledCases } from '../stage/settled-cases';
import { schemaOf, type Stage } from '../stage/stage';
import { bareRebuild } from './bare-rebuild';
import type { Finding, Surroundings } from './measure';

const EVENTS = Number(process.env['BENCHMARK_EVENTS'] ?? '200000');
/** Complaints whose whole course is repeated. */
const COMPLAINTS = 60;
const AIM = 20_000;
const COMMANDS = 'services/analytics/dist/facts';
/** As the page of the service tells operators. */
const FLAGS = ['--max-semi-space-size=64'];

/** Facts made anew from the journal beside live ones that answer, by the operator's command. */
export async function measureRebuild({ stage, say }: Surroundings): Promise<Finding> {
  const organisation = await stage.found('rebuild');
  const { tenant } = organisation;
  await settledCases(stage, organisation, 50, COMPLAINTS, { released: true });
  await still(stage, organisation);
  const pool = barePool(stage.databaseUrl, schemaOf('analytics'), 2);
  const url = `${stage.databaseUrl}/${schemaOf('analytics')}`;
  try {
    const events = await multiplyJournal(pool, tenant, EVENTS);
    say(`  a journal of ${events} events`);
    const warm = rebuiltBy(await runCommand(`${COMMANDS}/rebuild.main.js`, [tenant], url, FLAGS));
    say(`  made anew at ${warm.perSecond} events/s, uncounted`);
    await quiet(stage, organisation, pool);
    const { found, processor } = await rebuilt(stage, tenant, url);
    say(`  made anew at ${found.perSecond} events/s`);
    await runCommand(`${COMMANDS}/verify.main.js`, [tenant], url);
    const floor = await bareRebuild(stage.databaseUrl, schemaOf('analytics'), tenant, found.generation);
    return finding(events, found, processor, floor);
  } finally {
    await pool.end();
  }
}

interface Rebuilt {
  readonly generation: number;
  readonly perSecond: number;
}

interface Processor {
  readonly command: number;
  readonly database: number;
  readonly service: number;
}

const rebuiltBy = ({ lines }: { readonly lines: readonly string[] }): Rebuilt =>
  JSON.parse(lines.at(-1) ?? '') as Rebuilt;

async function rebuilt(stage: Stage, tenant: string, url: string): Promise<{ found: Rebuilt; processor: Processor }> {
  const watched = { database: stage.pids['database'] ?? 0, service: stage.pids['analytics'] ?? 0 };
  let found: Rebuilt | undefined;
  let command = 0;
  const used = await processorTimeOf(watched, async () => {
    const run = await runCommand(`${COMMANDS}/rebuild.main.js`, [tenant], url, FLAGS);
    [found, command] = [rebuiltBy(run), run.processorMs];
  });
  if (found === undefined) throw new Error('nothing was made anew');
  return { found, processor: { command, database: used['database'] ?? 0, service: used['service'] ?? 0 } };
}

/** Waits until nothing further is taken in. */
async function still(stage: Stage, organisation: Organisation): Promise<void> {
  let last = -1;
  await eventually(
    async () => {
      const { position } = await counted(stage, organisation);
      const same = position === last;
      last = position;
      return same;
    },
    { what: 'the end of the events', timeoutMs: 120_000, intervalMs: 2_000 },
  );
}

/** Waits until a copy of the new generation answers, which is filled at the cost of the same processors. */
async function quiet({ graph }: Stage, { tokens }: Organisation, pool: Pool): Promise<void> {
  interface Told {
    readonly metrics: { readonly extensions: { readonly engine: string } };
  }
  await eventually(
    async () => {
      const document = '{ metrics(query: { metrics: [COMPLAINTS_RECEIVED] }) { extensions { engine } } }';
      const { metrics } = await graph.ask<Told>(document, {}, tokens.analyst);
      const [threads] = await pool.query<RowDataPacket[]>(`SHOW GLOBAL STATUS LIKE 'Threads_running'`);
      return metrics.extensions.engine !== 'facts' && Number(threads[0]?.['Value']) <= 2;
    },
    { what: 'the copy of the new generation', timeoutMs: 300_000, intervalMs: 1_000 },
  );
}

function finding(events: number, { perSecond }: Rebuilt, processor: Processor, floor: number): Finding {
  const each = (ms: number) => `${((ms * 1_000) / events).toFixed(1)} ms`;
  return {
    title: `Facts made anew from ${events.toLocaleString('en')} events`,
    unit: ' events/s',
    ...{ system: perSecond, floor, ratio: perSecond / floor },
    aim: `above ${AIM.toLocaleString('en')} events/s`,
    met: perSecond > AIM,
    method:
      `${COMPLAINTS} complaints go through the public graph until their settlement is released, and their journal is repeated with other identifiers. ` +
      'The command `rebuild` (with `--max-semi-space-size=64`) makes all facts with their history anew beside live ones of the same size, for the second time, while services run and wait; `verify` finds them equal. ' +
      'Floor: bare mysql2 reads the same envelopes and parses them, then writes the rows that came of them, with as many rows a statement.',
    more: [
      ['processor time of the command, for a thousand events', each(processor.command)],
      ['of the database', each(processor.database)],
      ['of the running service', each(processor.service)],
    ],
  };
}

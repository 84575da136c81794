import { checkRegulation, describeProblem } from '../checking/check-regulation';
import { lintFacts } from '../conditions/lint-facts';
import { findRegulation, listRegulations, readRegulation } from '../regulation/regulation-file';
import type { Regulation } from '../regulation/regulation.model';

export interface RegulationsConsole {
  readonly say: (line: string) => void;
  /** The text of a file; throws `Error` when there is none. */
  readonly read: (file: string) => string;
}

const USAGE = [
  'npm run regulations -- check FILE...   tells every mistake in regulation files, with its place',
  'npm run regulations -- list            the regulations that ship with Redress',
  'npm run regulations -- show ID         what one of them says, in short',
];

/** Runs `check`, `list` or `show`; answers the exit code. */
export function regulations([command, ...args]: readonly string[], console: RegulationsConsole): number {
  if (command === 'check' && args.length > 0) return check(args, console);
  if (command === 'list') return list(console);
  if (command === 'show' && args[0] !== undefined) return show(args[0], console);
  USAGE.forEach(console.say);
  return 1;
}

function check(files: readonly string[], { say, read }: RegulationsConsole): number {
  let mistakes = 0;
  for (const file of files) {
    const content = readOrSay(file, { say, read });
    const problems = content === undefined ? undefined : checkRegulation(file, content);
    mistakes += problems?.length ?? 1;
    problems?.forEach((problem) => say(describeProblem(problem)));
    if (content === undefined || problems === undefined || problems.length > 0) continue;
    const regulation = readRegulation(file, content);
    say(`${file}: good (${summary(regulation)})`);
    const unread = lintFacts(regulation);
    if (unread.length > 0) say(`  note: no condition reads assessment ${unread.join(', ')}`);
  }
  if (mistakes > 0) say(mistakes === 1 ? '1 mistake' : `${mistakes.toString()} mistakes`);
  return mistakes === 0 ? 0 : 1;
}

function list({ say }: RegulationsConsole): number {
  for (const regulation of listRegulations()) {
    say(`${regulation.id} ${regulation.version.toString()}  ${regulation.title.zh}  ${regulation.title.en}`);
  }
  return 0;
}

function show(id: string, { say }: RegulationsConsole): number {
  const regulation = findRegulation(id);
  if (regulation === undefined) {
    say(`there is no regulation ${id}; see list`);
    return 1;
  }
  say(`${regulation.id} ${regulation.version.toString()}: ${regulation.title.zh}, ${regulation.title.en}`);
  say(`  ${summary(regulation)}`);
  for (const { stage, kind, deadline, when } of regulation.stages) {
    say(
      `  ${stage} (${kind})${deadline === undefined ? '' : `, ${words(deadline)}`}${when === undefined ? '' : `, when ${when}`}`,
    );
  }
  for (const { key, type, label } of regulation.openValues) say(`  open: ${key} (${type}), ${label.en}`);
  return 0;
}

function summary({ stages, levels, papers, openValues }: Regulation): string {
  return [
    `${stages.length.toString()} stages`,
    `${(levels?.values.length ?? 0).toString()} levels`,
    `${papers.length.toString()} papers`,
    `${openValues.length.toString()} open values`,
  ].join(', ');
}

function words(deadline: NonNullable<Regulation['stages'][number]['deadline']>): string {
  if ('openValue' in deadline) return `${deadline.openValue} from ${deadline.startsAt}`;
  const { amount, maximum, unit, startsAt } = deadline;
  return `${amount.toString()}${maximum === undefined ? '' : ` to ${maximum.toString()}`} ${unit} from ${startsAt}`;
}

function readOrSay(file: string, { say, read }: RegulationsConsole): string | undefined {
  try {
    return read(file);
  } catch (error) {
    say(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    return undefined;
  }
}

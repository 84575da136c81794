import { accept, newId, refuse, type Clock } from '@redress/kernel';
import { executeCommand, type CommandResult, type Database } from '@redress/persistence';
import { OutsideFigureTaken, type OutsideFigure, type OutsideFigures } from './outside-figure.repository';
import { OUTSIDE_FIGURES } from './target-metrics.model';

export interface RecordOutsideFigure extends Pick<
  OutsideFigure,
  'figure' | 'from' | 'until' | 'numerator' | 'denominator' | 'source'
> {
  readonly tenantId: string;
  readonly subject: string;
  readonly idempotencyKey: string;
  /** The version that is corrected; none for the first. */
  readonly expectedVersion: number;
}

export type OutsideFigureRefusal = 'INPUT_INVALID' | 'VERSION_CONFLICT' | 'ANALYTICS_FIGURE_NOT_FROM_OUTSIDE';

const LONGEST_SOURCE = 500;
const LONGEST_KEY = 128;

function refusalOf({ idempotencyKey, figure, from, until, numerator, denominator, source }: RecordOutsideFigure) {
  const wrong = (field: string, details: { limit?: number } = {}) =>
    refuse({ code: 'INPUT_INVALID' as const, path: ['input', field], details });
  if (idempotencyKey === '' || idempotencyKey.length > LONGEST_KEY)
    return wrong('idempotencyKey', { limit: LONGEST_KEY });
  if (!OUTSIDE_FIGURES.includes(figure)) {
    const details = { allowed: OUTSIDE_FIGURES };
    const code = 'ANALYTICS_FIGURE_NOT_FROM_OUTSIDE' as const;
    return refuse({ code, path: ['input', 'figure'], facts: { figure }, details });
  }
  if (from > until) return wrong('until');
  if (numerator < 0n) return wrong('numerator');
  if (denominator <= 0n) return wrong('denominator');
  if (source.trim() === '' || source.length > LONGEST_SOURCE) return wrong('source', { limit: LONGEST_SOURCE });
  return undefined;
}

/** Records a figure, or corrects it by a new version; the earlier ones stay as they are. */
export async function recordOutsideFigure(
  command: RecordOutsideFigure,
  {
    database,
    clock,
    figures,
  }: { readonly database: Database; readonly clock: Clock; readonly figures: OutsideFigures },
): Promise<CommandResult<string, OutsideFigureRefusal>> {
  const refusal = refusalOf(command);
  if (refusal !== undefined) return { outcome: refusal, replayed: false };
  const { tenantId, subject, idempotencyKey, expectedVersion, numerator, denominator, ...kept } = command;
  const request = { ...kept, expectedVersion, numerator: String(numerator), denominator: String(denominator) };
  const run = () =>
    executeCommand<string, OutsideFigureRefusal>(
      database,
      { tenantId, operation: 'recordOutsideFigure', subject, idempotencyKey, request },
      async (tx) => {
        const current = await figures.lock(tx, kept);
        const currentVersion = current?.version ?? 0;
        if (currentVersion !== expectedVersion) {
          const details = { currentVersion };
          return refuse({ code: 'VERSION_CONFLICT', path: ['input', 'expectedVersion'], details });
        }
        const id = newId();
        await figures.add(tx, {
          ...{ ...kept, id, numerator, denominator, version: currentVersion + 1 },
          ...{ recordedBy: subject, recordedAt: clock.now() },
        });
        return accept(id);
      },
    );
  try {
    return await run();
  } catch (error) {
    // Looking again finds the version of whoever was first.
    if (error instanceof OutsideFigureTaken) return run();
    throw error;
  }
}

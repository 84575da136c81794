import type { GraphContext } from '@redress/graphql-runtime';
import type { Database } from '@redress/persistence';
import { visibilityOf } from '../../access/access.rules';
import type { FinancePaper } from './paper.gql';
import { marksOfPapers, papersBy, type MarkRecord, type PaperKey } from './paper.query';
import { toFinancePaper } from './to-paper.gql';

interface PaperAtVersion {
  readonly id: string;
  readonly version: number;
}

/** Finds papers for one request, in one statement for each kind of key however many are asked for. */
export class PaperLoader {
  constructor(private readonly database: Database) {}

  /** Those that the viewer may see under the key, oldest first. */
  async find(context: GraphContext, key: PaperKey, value: string): Promise<readonly FinancePaper[]> {
    const visibility = visibilityOf(context.viewer);
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<string, FinancePaper[]>(`papers:${key}`, async (values) =>
      (await papersBy(reader, key, values, visibility)).map((papers) => papers.map(toFinancePaper)),
    );
    return (await loader.load(value)) ?? [];
  }

  /** A paper as it is now, not from the request's memory. */
  async fresh({ viewer }: GraphContext, id: string): Promise<FinancePaper | null> {
    const [found] = await papersBy(this.database.reader(viewer.tenantId), 'id', [id], visibilityOf(viewer));
    const paper = found?.[0];
    return paper === undefined ? null : toFinancePaper(paper);
  }

  async marks(context: GraphContext, { paper }: FinancePaper): Promise<readonly MarkRecord[]> {
    const reader = this.database.reader(context.viewer.tenantId);
    const loader = context.loader<PaperAtVersion, MarkRecord[]>('paper-marks', (papers) =>
      marksOfPapers(
        reader,
        papers.map(({ id }) => id),
      ),
    );
    // The version belongs to the key: a mutation changes what there is.
    return (await loader.load({ id: paper.id, version: paper.version })) ?? [];
  }
}

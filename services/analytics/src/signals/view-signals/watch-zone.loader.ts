import type { GraphContext } from '@redress/graphql-runtime';
import type { Clock } from '@redress/kernel';
import type { Database, TenantReader } from '@redress/persistence';

/** Where the time zone of an organisation at a moment is known. */
interface ZoneSource {
  at(reader: TenantReader, moment: Date): Promise<{ readonly timeZone: string }>;
}

/** The time zone of the viewer’s organisation; one statement for all of a request. */
export class WatchZoneLoader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly zones: ZoneSource,
  ) {}

  async find(context: GraphContext): Promise<string> {
    const { tenantId } = context.viewer;
    const loader = context.loader<string, string>('watch-zone', (organisations) =>
      Promise.all(
        organisations.map(async (organisation) => {
          const { timeZone } = await this.zones.at(this.database.reader(organisation), this.clock.now());
          return timeZone;
        }),
      ),
    );
    const timeZone = await loader.load(tenantId);
    if (timeZone === null) throw new Error('every organisation has a time zone');
    return timeZone;
  }
}

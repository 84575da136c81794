/** The row is not at the version that the caller had read; answer with `VERSION_CONFLICT` and the current version. */
export class StaleVersion extends Error {
  constructor(
    readonly table: string,
    readonly id: string,
    readonly expectedVersion: number,
    /** The version that the row has now; undefined when there is no such row. */
    readonly currentVersion: number | undefined,
  ) {
    super(`${table} ${id} is at version ${String(currentVersion ?? 'none')}, not ${String(expectedVersion)}`);
    this.name = 'StaleVersion';
  }
}

type TenantColumn = 'tenant_id' | 'tenantId';

/** Values of a row without its tenant, which the session adds. */
export type RowInput<R> = Omit<R, TenantColumn>;

/** Values to change. */
export type RowPatch<R> = { readonly [Property in Exclude<keyof R, TenantColumn>]?: R[Property] };

/** Equality on each property given; an array means "one of", null means "is null". */
export type RowFilter<R> = {
  readonly [Property in Exclude<keyof R, TenantColumn>]?: R[Property] | readonly R[Property][];
};

/** Order of the rows found; earlier properties weigh more. */
export type RowOrder<R> = { readonly [Property in Exclude<keyof R, TenantColumn>]?: 'ASC' | 'DESC' };

/** `update` locks the rows until the transaction ends, so that nobody else changes them meanwhile. */
export interface FindOptions<R> {
  readonly lock?: 'update';
  readonly orderBy?: RowOrder<R>;
  readonly limit?: number;
}

/** What {@link TenantRows.updateVersioned} changes. */
export interface VersionedUpdate<R> {
  readonly id: string;
  /** The version that was read; the row must still have it. */
  readonly expectedVersion: number;
  /** By how much the version grows, 1 unless given: the number of events that the change appends. */
  readonly increment?: number;
  readonly patch: RowPatch<R>;
}

/** Rows of one entity class and one tenant, for single aggregates; lists read by `query`. */
export interface TenantRows<R extends object> {
  findOne(where: RowFilter<R>, options?: FindOptions<R>): Promise<R | undefined>;
  findMany(where: RowFilter<R>, options?: FindOptions<R>): Promise<R[]>;
  /** One INSERT; properties that are undefined get the column's default. */
  insert(rows: RowInput<R> | readonly RowInput<R>[]): Promise<void>;
  /** The same as part of the commit, without a round trip of its own; see `TenantTransaction.insertAtCommit`. */
  insertAtCommit(rows: RowInput<R> | readonly RowInput<R>[]): void;
  /** Changes the row with this `id`; throws when there is none. */
  update(id: string, patch: RowPatch<R>): Promise<void>;
  /** Changes every row that matches and returns how many did. */
  updateWhere(where: RowFilter<R>, patch: RowPatch<R>): Promise<number>;
  /** Changes the row and raises its `version`, and throws `StaleVersion` unless it was at `expectedVersion`. */
  updateVersioned(update: VersionedUpdate<R>): Promise<void>;
  /** Deletes every row that matches and returns how many did. */
  deleteWhere(where: RowFilter<R>): Promise<number>;
}

import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

type Values = Readonly<Record<string, unknown>>;

/** Translates between objects of an entity class and columns, by the entity's own description. */
export interface RowMapping<R> {
  readonly table: string;
  /** `row.col AS col, …`, aliased by column name. */
  readonly columns: readonly string[];
  columnOf(property: string): string;
  toColumns(values: object): Record<string, unknown>;
  toColumn(property: string, value: unknown): unknown;
  fromColumns(columns: Values): R;
}

const mappings = new WeakMap<EntityMetadata, RowMapping<object>>();

/** The mapping of an entity class; throws when the class was not given to `openDatabase`. */
export function rowMapping<R extends object>(dataSource: DataSource, row: new () => R): RowMapping<R> {
  const metadata = dataSource.getMetadata(row);
  let mapping = mappings.get(metadata);
  if (mapping === undefined) {
    mapping = createMapping<R>(dataSource, metadata, row);
    mappings.set(metadata, mapping);
  }
  return mapping as RowMapping<R>;
}

function createMapping<R extends object>(
  dataSource: DataSource,
  metadata: EntityMetadata,
  row: new () => R,
): RowMapping<R> {
  const byProperty = new Map(metadata.columns.map((column) => [column.propertyName, column]));
  const tenant = metadata.columns.find((column) => column.databaseName === 'tenant_id');
  if (tenant === undefined) throw new Error(`${metadata.name} has no tenant_id: its rows are not a tenant's`);
  const columnNamed = (property: string): ColumnMetadata => {
    const column = byProperty.get(property);
    if (column === undefined) throw new Error(`${metadata.name} has no property ${property}`);
    return column;
  };
  const toColumn = (column: ColumnMetadata, value: unknown): unknown =>
    value === null || value === undefined
      ? value
      : (dataSource.driver.preparePersistentValue(value, column) as unknown);
  return {
    table: metadata.tableName,
    columns: metadata.columns.map((column) => column.databaseName),
    columnOf: (property) => columnNamed(property).databaseName,
    toColumn: (property, value) => toColumn(columnNamed(property), value),
    toColumns: (values) => {
      const columns: Record<string, unknown> = {};
      for (const [property, value] of Object.entries(values)) {
        const column = columnNamed(property);
        if (column !== tenant) columns[column.databaseName] = toColumn(column, value);
      }
      return columns;
    },
    fromColumns: (columns) => {
      const object = new row();
      for (const column of metadata.columns) {
        Object.assign(object, {
          [column.propertyName]: dataSource.driver.prepareHydratedValue(
            columns[column.databaseName],
            column,
          ) as unknown,
        });
      }
      return object;
    },
  };
}

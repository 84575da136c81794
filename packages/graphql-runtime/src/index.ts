import 'reflect-metadata';

export { startSubgraph } from './server/start-subgraph';
export type { RunningSubgraph, StartSubgraphOptions } from './server/start-subgraph';
export { defaultDocumentLimits, documentLimitsRule } from './server/document-limits';
export type { DocumentLimits } from './server/document-limits';
export { buildSubgraph, containerOf } from './schema/build-subgraph';
export type { DecoratedClass, SubgraphOptions, SubgraphSchema } from './schema/build-subgraph';
export type { Representation, ResolveReferences } from './schema/reference-resolvers';
export { subgraphSdl, writeSubgraphSdl } from './schema/schema-file';
export { undescribed } from './schema/undescribed';
export { requireOperator, requireRole } from './context/require-role';
export type { GraphContext } from './context/graph-context';
export { createLoaders } from './context/loaders';
export type { FindLoader, LoadBatch } from './context/loaders';
export { LOCALES, negotiateLocale } from './context/locale';
export type { Locale } from './context/locale';
export { LocaleName } from './context/locale.gql';
export { PublicError } from './errors/public-error';
export type { PublicErrorCode, PublicErrorFacts } from './errors/public-error';
export { catalogueGaps, commonRefusalTexts, refusalMessage } from './refusals/refusal-texts';
export type { RefusalText, RefusalTexts } from './refusals/refusal-texts';
export { UserError, UserErrorDetails } from './refusals/user-error.gql';
export { toUserErrors } from './refusals/user-errors';
export { Money, MoneyInput } from './money/money.gql';
export { readMoney, toMoney } from './money/money-values';
export { BigIntScalar, DecimalScalar } from './scalars/numbers';
export { CurrencyCodeScalar } from './scalars/currency-code';
export { DateTimeScalar } from './scalars/date-time';
export { DurationScalar } from './scalars/duration';
export { JsonScalar } from './scalars/json';
export { LocalDateScalar } from './scalars/local-date';
export { fromGlobalId, readGlobalId, toGlobalId } from './nodes/global-id';
export { Node } from './nodes/node.gql';
export { createCursorCodec } from './connections/cursor';
export type { CursorCodec, CursorPosition, SortKey } from './connections/cursor';
export type { Connection, Edge, PageInfoValue, TotalCountValue } from './connections/connection';
export { ConnectionArgs, connectionType, ListCost, PageInfo, TotalCount } from './connections/connection.gql';
export { COUNT_LIMIT, keysetPage, readConnection } from './connections/keyset-page';
export type { KeysetList, KeysetOrder, KeysetPage, KeysetRow, RowReader, SqlParams } from './connections/keyset-page';
export type { PageArgs } from './connections/page-size';
export {
  BooleanFilter,
  Combinable,
  DateFilter,
  DateRange,
  DateTimeFilter,
  DateTimeRange,
  enumFilter,
  IdFilter,
  IntFilter,
  NumberRange,
  StringFilter,
} from './filters/filters.gql';
export type { EnumFilter } from './filters/filters.gql';
export { codeColumn, column, compileWhere, idColumn } from './filters/where-sql';
export type { Bind, CompiledWhere, FilterCompiler, FilterValue } from './filters/where-sql';
export { createPubSub } from './subscriptions/pub-sub';
export type { PubSub } from './subscriptions/pub-sub';

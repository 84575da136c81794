import { Combinable, ConnectionArgs, connectionType, enumFilter, type EnumFilter } from '@redress/graphql-runtime';
import { ArgsType, Field, InputType } from 'type-graphql';
import type { ExportKind } from '../model/export.model';
import type { ExportState } from '../model/export.transitions';
import { Export, ExportKindEnum, ExportStateEnum } from './export.gql';

export const ExportConnection = connectionType(Export);

const ExportKindFilter = enumFilter(ExportKindEnum, 'ExportKind');
const ExportStateFilter = enumFilter(ExportStateEnum, 'ExportState');

@Combinable()
@InputType({ description: 'Conditions on exports. All given members must hold.' })
export class ExportWhereInput {
  @Field(() => ExportKindFilter, { nullable: true, description: 'What they have a row for.' })
  kind?: EnumFilter<ExportKind>;

  @Field(() => ExportStateFilter, { nullable: true, description: 'Where they stand.' })
  state?: EnumFilter<ExportState>;
}

@ArgsType()
export class ExportsArgs extends ConnectionArgs {
  @Field(() => ExportWhereInput, { nullable: true, description: 'Only exports that fulfil these conditions.' })
  where?: ExportWhereInput;
}

import { ConnectionArgs, connectionType, DateTimeScalar } from '@redress/graphql-runtime';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const ArchiveState = { ARCHIVED: 'ARCHIVED', DESTROYED: 'DESTROYED' } as const;
export type ArchiveState = keyof typeof ArchiveState;
registerEnumType(ArchiveState, {
  name: 'ArchiveState',
  description: 'Where an archived file stands.',
  valuesConfig: {
    ARCHIVED: { description: 'Kept.' },
    DESTROYED: { description: 'Its texts were destroyed.' },
  },
});

@ObjectType({ description: 'The file of a case in the archive.' })
export class ArchivedFile {
  @Field(() => ID, { description: 'Global id of the case.' })
  caseId!: string;

  @Field(() => String, { description: 'Its number in the archive.' })
  archiveNumber!: string;

  @Field(() => Int, { description: 'The year of closing.' })
  year!: number;

  @Field(() => ArchiveState, { description: 'Where it stands.' })
  state!: ArchiveState;

  @Field(() => DateTimeScalar, { description: 'When it was archived.' })
  archivedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it is kept, by the retention that the organisation chose.' })
  keepUntil!: Date;

  @Field(() => Int, { description: 'Legal holds in force.' })
  holds!: number;

  @Field(() => String, { nullable: true, description: 'Subject of the person who proposed to destroy it.' })
  destructionProposedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why.' })
  destructionReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who confirmed that.' })
  destroyedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was destroyed.' })
  destroyedAt!: Date | null;
}

@ObjectType({ description: 'A reason why a file must not be destroyed.' })
export class LegalHold {
  @Field(() => ID, { description: 'Id of the hold within its case.' })
  id!: string;

  @Field(() => String, { description: 'The reason.' })
  reason!: string;

  @Field(() => String, { description: 'Subject of the person who placed it.' })
  placedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  placedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  liftedAt!: Date | null;
}

export const ArchivedFileConnection = connectionType(ArchivedFile);

@ArgsType()
export class ArchiveArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true, description: 'Only files of this year of closing.' })
  year?: number;
}

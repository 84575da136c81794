import { ConnectionArgs, connectionType, DateTimeScalar, Node, UserError } from '@redress/graphql-runtime';
import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { casePayload } from '../../complaint-case/case-command/case-payload.gql';
import { CaseInput } from '../../complaint-case/case-command/case-payload.gql';
import type { LibraryState as State } from '../model/library-entry.model';

export const LibraryState = {
  DRAFT: 'DRAFT',
  SUBMITTED: 'SUBMITTED',
  APPROVED: 'APPROVED',
  PUBLISHED: 'PUBLISHED',
} as const satisfies Record<State, State>;
registerEnumType(LibraryState, {
  name: 'LibraryState',
  description: 'Where an entry of the case library stands.',
  valuesConfig: {
    DRAFT: { description: 'To be edited.' },
    SUBMITTED: { description: 'Waits for its review by somebody else.' },
    APPROVED: { description: 'Approved, not published yet.' },
    PUBLISHED: { description: 'For all staff to read.' },
  },
});

@ObjectType({ description: 'How much of a kind of personal data was taken out of a draft.' })
export class RedactedCount {
  @Field(() => String, { description: 'The kind, for example `PHONE`.' })
  kind!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({
  implements: Node,
  description: 'A case that is told without personal data, for training and analysis (案例库).',
})
export class LibraryEntry extends Node {
  @Field(() => Int, { description: 'Grows with every change; give it as `expectedVersion`.' })
  version!: number;

  @Field(() => LibraryState, { description: 'Where it stands.' })
  state!: State;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'Code of the category of its case.' })
  category!: string;

  @Field(() => String, { description: 'What happened.' })
  facts!: string;

  @Field(() => String, { description: 'How it was handled.' })
  handling!: string;

  @Field(() => String, { description: 'What is to be learnt from it.' })
  lessons!: string;

  @Field(() => [RedactedCount], { description: 'What was taken out of the draft.' })
  redacted!: RedactedCount[];

  @Field(() => String, { description: 'Subject of the person who proposed it.' })
  proposedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Subject of the editor who confirmed that nobody can be recognised.',
  })
  editedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Subject of the person who reviewed it last.' })
  reviewedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What they said.' })
  reviewNote!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;
}

export const LibraryEntryConnection = connectionType(LibraryEntry);

@ArgsType()
export class LibraryArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Only entries in which this stands, in any of their texts.' })
  text?: string;

  @Field(() => String, { nullable: true, description: 'Only entries of this category.' })
  category?: string;

  @Field(() => LibraryState, { nullable: true, description: 'Only entries in this state.' })
  state?: State;
}

@InputType({ description: 'Which case is drafted for the library.' })
export class ProposeLibraryEntryInput extends CaseInput {}
export const ProposeLibraryEntryPayload = casePayload('ProposeLibraryEntry');

@InputType({ description: 'A mutation on an entry of the case library.' })
abstract class EntryInput {
  @Field(() => String, { description: 'Made by the client, 1 to 128 characters; the same key is carried out once.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Global id of the entry.' })
  entryId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;
}

@InputType({ description: 'An entry as it was edited.' })
export class SubmitLibraryEntryInput extends EntryInput {
  @Field(() => String, { description: 'Its title; 300 characters at most.' })
  title!: string;

  @Field(() => String, { description: 'What happened; 16,000 characters at most.' })
  facts!: string;

  @Field(() => String, { description: 'How it was handled; 16,000 characters at most.' })
  handling!: string;

  @Field(() => String, { description: 'What is to be learnt from it; 16,000 characters at most.' })
  lessons!: string;

  @Field(() => Boolean, {
    description: 'That you compared it with the complaint, and nobody can be recognised by it. Needed.',
  })
  confirmedAnonymous!: boolean;
}

@InputType({ description: 'The review of an entry.' })
export class ReviewLibraryEntryInput extends EntryInput {
  @Field(() => Boolean, { description: 'Whether it is approved; otherwise it goes back to its editor.' })
  approved!: boolean;

  @Field(() => String, { nullable: true, description: 'What is to be changed; needed where it is not approved.' })
  note?: string;
}

@InputType({ description: 'Which entry is published.' })
export class PublishLibraryEntryInput extends EntryInput {}

@ObjectType({ description: 'The entry, or why nothing was changed.' })
export class LibraryEntryPayload {
  @Field(() => LibraryEntry, { nullable: true, description: 'The entry as it is now; null when refused.' })
  entry!: LibraryEntry | null;

  @Field(() => Boolean, { description: 'Whether this is the answer of an earlier call with the same key.' })
  replayed!: boolean;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was not.' })
  userErrors!: UserError[];
}

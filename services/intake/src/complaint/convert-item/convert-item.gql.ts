import type { ItemType as ItemTypeName } from '@redress/contracts';
import { Field, InputType, ObjectType } from 'type-graphql';
import { ChangedComplaint, ChangeInput } from '../change-complaint/changed-complaint.gql';
import { ItemType } from '../vocabulary.gql';

/** GraphQL input `ConvertItemInput`. */
@InputType({ description: 'Into what an item is to be converted.' })
export class ConvertItemInput extends ChangeInput {
  @Field(() => ItemType, { description: 'The type that it becomes; the regulation must say that it may.' })
  itemType!: ItemTypeName;

  @Field(() => String, { nullable: true, description: 'Kind within the type, where the regulation names kinds.' })
  itemKind?: string;
}

/** The GraphQL type `ConvertItemPayload`. */
@ObjectType({ description: 'The answer to `convertItem`.' })
export class ConvertItemPayload extends ChangedComplaint {}

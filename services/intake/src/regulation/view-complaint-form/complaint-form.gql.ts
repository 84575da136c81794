import type { Channel as ChannelName, ComplainantKind, ItemType as ItemTypeName } from '@redress/contracts';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedText } from '../../complaint/view-matter/matter.gql';
import { RegulationReference } from '../../complaint/view-complaints/complaint.gql';
import { Channel, ItemType } from '../../complaint/vocabulary.gql';
import { CustomerKind } from '../../customer/view-customers/customer.gql';

const FACT_TYPE_TEXTS = {
  TEXT: 'Text.',
  NUMBER: 'A whole number.',
  QUANTITY: 'A quantity, which may have decimals.',
  MONEY: 'An amount in minor units.',
  DATE: 'A day, for example 2026-11-22.',
  BOOLEAN: '`true` or `false`.',
  CHOICE: 'One of the options.',
} as const;
export type FactTypeName = keyof typeof FACT_TYPE_TEXTS;
const FactType = Object.fromEntries(Object.keys(FACT_TYPE_TEXTS).map((name) => [name, name])) as {
  readonly [Name in FactTypeName]: Name;
};
registerEnumType(FactType, {
  name: 'FactType',
  description: 'What kind of value a fact has.',
  valuesConfig: Object.fromEntries(
    Object.entries(FACT_TYPE_TEXTS).map(([name, description]) => [name, { description }]),
  ),
});

const ACCEPTANCE_TEXTS = {
  NONE: 'What is registered is accepted.',
  RULED: 'Somebody rules on acceptance, and may refuse it for a ground of the regulation.',
} as const;
export type AcceptanceName = keyof typeof ACCEPTANCE_TEXTS;
const AcceptanceMode: { readonly [Name in AcceptanceName]: Name } = { NONE: 'NONE', RULED: 'RULED' };
registerEnumType(AcceptanceMode, {
  name: 'AcceptanceMode',
  description: 'How a complaint is accepted.',
  valuesConfig: { NONE: { description: ACCEPTANCE_TEXTS.NONE }, RULED: { description: ACCEPTANCE_TEXTS.RULED } },
});

/** The GraphQL type `FormOption`. */
@ObjectType({ description: 'A value that may be given, with its name.' })
export class FormOption {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => NamedText, { description: 'What it is called.' })
  label!: NamedText;
}

/** The GraphQL type `FormField`. */
@ObjectType({ description: 'A field that the regulation asks for.' })
export class FormField {
  @Field(() => String, { description: 'Its key, for `card` or `assessment`.' })
  key!: string;

  @Field(() => NamedText, { description: 'What it is called.' })
  label!: NamedText;

  @Field(() => FactType, { description: 'What kind of value it has.' })
  type!: FactTypeName;

  @Field(() => [FormOption], { description: 'For a choice.' })
  options!: readonly FormOption[];

  @Field(() => Boolean, { description: 'Whether it has to be filled in, by what is known so far.' })
  required!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The condition under which it has to be filled in, where there is one.',
  })
  requiredWhen!: string | null;

  @Field(() => Boolean, { description: 'Whether it is personal data, which is sealed and never leaves intake.' })
  personal!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many characters it may have.' })
  maximumLength!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The member of every complaint that holds it, for example `PRODUCT`; it is then given there and not on the card.',
  })
  of!: string | null;
}

/** The GraphQL type `FormAxis`. */
@ObjectType({ description: 'An axis of classification.' })
export class FormAxis {
  @Field(() => String, { description: 'The axis; `category` is given as `categoryCode`.' })
  axis!: string;

  @Field(() => NamedText, { description: 'What it is called.' })
  label!: NamedText;

  @Field(() => [FormOption], { description: 'Its values.' })
  values!: readonly FormOption[];

  @Field(() => Boolean, { description: 'Whether no other values may be given.' })
  closed!: boolean;

  @Field(() => Boolean, { description: 'Whether rules or the text give the value without a person.' })
  automatic!: boolean;
}

/** The GraphQL type `FormItemType`. */
@ObjectType({ description: 'Something that may be brought forward.' })
export class FormItemType {
  @Field(() => ItemType, { description: 'The type.' })
  type!: ItemTypeName;

  @Field(() => NamedText, { description: 'What the regulation calls it.' })
  label!: NamedText;

  @Field(() => [FormOption], { description: 'Kinds within it, if the regulation names any.' })
  kinds!: readonly FormOption[];

  @Field(() => [ItemType], { description: 'Into what it may be converted.' })
  convertsTo!: readonly ItemTypeName[];
}

/** The GraphQL type `FormChannel`. */
@ObjectType({ description: 'A way by which a complaint may come in.' })
export class FormChannel {
  @Field(() => Channel, { description: 'The channel.' })
  channel!: ChannelName;

  @Field(() => String, { nullable: true, description: 'Code of its class, where the regulation classes channels.' })
  class!: string | null;

  @Field(() => Boolean, { description: 'Whether the regulation keeps it open for 24 hours.' })
  roundTheClock!: boolean;
}

/** The GraphQL type `FormComplainant`. */
@ObjectType({ description: 'A kind of complainant that the regulation names.' })
export class FormComplainant {
  @Field(() => CustomerKind, { description: 'The kind.' })
  kind!: ComplainantKind;

  @Field(() => NamedText, { description: 'What the regulation calls them.' })
  label!: NamedText;
}

/** The GraphQL type `ComplaintForm`. */
@ObjectType({ description: 'What the regulation in force asks of a complaint; enough to build the form.' })
export class ComplaintForm {
  @Field(() => RegulationReference, { description: 'The regulation.' })
  regulation!: RegulationReference;

  @Field(() => NamedText, { description: 'What the regulation is called.' })
  title!: NamedText;

  @Field(() => [FormChannel], { description: 'The channels that are open.' })
  channels!: readonly FormChannel[];

  @Field(() => [FormItemType], { description: 'What may be brought forward.' })
  itemTypes!: readonly FormItemType[];

  @Field(() => [FormComplainant], { description: 'Who may complain; anybody, where it is empty.' })
  complainants!: readonly FormComplainant[];

  @Field(() => [FormField], { description: 'The fields of the record card, in their order.' })
  fields!: readonly FormField[];

  @Field(() => [FormField], { description: 'What staff judge of a complaint; nothing to customers.' })
  assessment!: readonly FormField[];

  @Field(() => [FormAxis], { description: 'The axes of classification.' })
  axes!: readonly FormAxis[];

  @Field(() => AcceptanceMode, { description: 'How a complaint is accepted.' })
  acceptance!: AcceptanceName;
}

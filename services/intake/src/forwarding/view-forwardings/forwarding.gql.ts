import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { FORWARDING_MEANS, type ForwardingMeans as MeansName } from '../model/forwarding.model';

/** The GraphQL enum `ForwardingMeans`. */
export const ForwardingMeans = Object.fromEntries(FORWARDING_MEANS.map((means) => [means, means])) as {
  readonly [Means in MeansName]: Means;
};
registerEnumType(ForwardingMeans, {
  name: 'ForwardingMeans',
  description: 'How a complaint was handed on.',
  valuesConfig: {
    SYSTEM: { description: 'In a system that both have.' },
    LETTER: { description: 'By letter.' },
    EMAIL: { description: 'By e-mail.' },
    PHONE: { description: 'By telephone.' },
    FAX: { description: 'By fax.' },
    IN_PERSON: { description: 'In person.' },
  },
});

/** The GraphQL type `ComplaintForwarding`. */
@ObjectType({ description: 'That a complaint is out of scope, and was forwarded to whom it concerns (IN-14).' })
export class ComplaintForwarding {
  @Field(() => String, { nullable: true, description: 'Code of the unit that it was forwarded to.' })
  unitId!: string | null;

  @Field(() => String, { nullable: true, description: 'Whoever it was forwarded to, outside of the organisation.' })
  organisation!: string | null;

  @Field(() => ForwardingMeans, { description: 'How.' })
  means!: MeansName;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was forwarded.' })
  forwardedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the receiver confirmed that they have it.' })
  confirmedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What the receiver said, for example their number of it.' })
  receipt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who forwarded it; null to customers.' })
  forwardedBy!: string | null;
}

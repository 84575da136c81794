import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import {
  ACKNOWLEDGEMENT_MEANS,
  type AcknowledgementMeans as MeansName,
  type AcknowledgementState as StateName,
} from '../model/acknowledgement.rules';

/** The GraphQL enum `AcknowledgementMeans`. */
export const AcknowledgementMeans = Object.fromEntries(ACKNOWLEDGEMENT_MEANS.map((means) => [means, means])) as {
  readonly [Means in MeansName]: Means;
};
registerEnumType(AcknowledgementMeans, {
  name: 'AcknowledgementMeans',
  description: 'How a complainant was told that their complaint has come in.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'By a text message.' },
    LETTER: { description: 'By a letter on paper.' },
    PHONE: { description: 'By telephone.' },
    IN_PERSON: { description: 'In person.' },
    CHAT: { description: 'In a chat.' },
    ONLINE: { description: 'On a web page or in an app.' },
  },
});

/** The GraphQL enum `AcknowledgementState`. */
export const AcknowledgementState: { readonly [State in StateName]: State } = {
  PENDING: 'PENDING',
  QUEUED: 'QUEUED',
  DUE: 'DUE',
  DONE: 'DONE',
  NOT_DUE: 'NOT_DUE',
};
registerEnumType(AcknowledgementState, {
  name: 'AcknowledgementState',
  description: 'Whether a complainant was told that their complaint has come in.',
  valuesConfig: {
    PENDING: { description: 'It is being decided how.' },
    QUEUED: { description: 'A letter is on its way to the carrier.' },
    DUE: { description: 'A person has to tell them and record it.' },
    DONE: { description: 'They were told.' },
    NOT_DUE: { description: 'Neither the regulation nor the organisation asks for it.' },
  },
});

/** The GraphQL type `ComplaintAcknowledgement`. */
@ObjectType({
  description: 'Whether, how and by whom a complainant was told that their complaint has come in (IN-08).',
})
export class ComplaintAcknowledgement {
  @Field(() => AcknowledgementState, { description: 'Whether they were told.' })
  state!: StateName;

  @Field(() => [String], {
    description:
      'What they are to be told: RECEIPT, NUMBER, HANDLER_NAME, HANDLER_CONTACT, PROCESS, TIME_NODES, EXPECTED_REPLY.',
  })
  tells!: readonly string[];

  @Field(() => AcknowledgementMeans, { nullable: true, description: 'How they were told.' })
  means!: MeansName | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were told.' })
  at!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who told them: the subject of a token, or `system:intake`.' })
  by!: string | null;
}

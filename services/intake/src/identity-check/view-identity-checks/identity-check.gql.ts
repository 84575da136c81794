import { DateTimeScalar } from '@redress/graphql-runtime';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import {
  IDENTITY_CHECK_MEANS,
  IDENTITY_CHECK_RESULTS,
  type IdentityCheckMeans as MeansName,
  type IdentityCheckResult as ResultName,
} from '../model/identity-check.model';

const MEANS_TEXTS: Record<MeansName, string> = {
  ID_DOCUMENT: 'They showed an identity document.',
  POLICY_OR_ORDER_DATA: 'They knew what stands in their policy or order.',
  CALL_BACK_TO_KNOWN_NUMBER: 'They were called back at the number that was known already.',
  SECURITY_QUESTIONS: 'They answered questions that were agreed with them.',
  IN_PERSON: 'They came, and are known.',
};
const RESULT_TEXTS: Record<ResultName, string> = {
  CONFIRMED: 'It is the customer.',
  FAILED: 'It could not be made sure that it is the customer.',
};

/** The GraphQL enum `IdentityCheckMeans`. */
export const IdentityCheckMeans = Object.fromEntries(IDENTITY_CHECK_MEANS.map((means) => [means, means])) as {
  readonly [Means in MeansName]: Means;
};
registerEnumType(IdentityCheckMeans, {
  name: 'IdentityCheckMeans',
  description: "How somebody's identity is made sure of.",
  valuesConfig: Object.fromEntries(IDENTITY_CHECK_MEANS.map((means) => [means, { description: MEANS_TEXTS[means] }])),
});

/** The GraphQL enum `IdentityCheckResult`. */
export const IdentityCheckResult = Object.fromEntries(IDENTITY_CHECK_RESULTS.map((result) => [result, result])) as {
  readonly [Result in ResultName]: Result;
};
registerEnumType(IdentityCheckResult, {
  name: 'IdentityCheckResult',
  description: 'What came of an identity check.',
  valuesConfig: Object.fromEntries(
    IDENTITY_CHECK_RESULTS.map((result) => [result, { description: RESULT_TEXTS[result] }]),
  ),
});

/** The GraphQL type `IdentityCheck`. */
@ObjectType({ description: 'That a member of staff made sure who somebody is before telling them anything (IN-09).' })
export class IdentityCheck {
  @Field(() => IdentityCheckMeans, { description: 'How.' })
  means!: MeansName;

  @Field(() => IdentityCheckResult, { description: 'What came of it.' })
  result!: ResultName;

  @Field(() => String, { nullable: true, description: 'A remark; null when there is none, or when it was erased.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  checkedAt!: Date;

  @Field(() => String, { description: 'Who.' })
  checkedBy!: string;
}

import {
  DateTimeScalar,
  fromGlobalId,
  JsonScalar,
  MoneyInput,
  PublicError,
  readMoney,
  requireRole,
  toMoney,
  type GraphContext,
} from '@redress/graphql-runtime';
import { STAFF_ROLES, type Clock, type Money } from '@redress/kernel';
import type { Database } from '@redress/persistence';
import type { FactValue } from '@redress/regulations';
import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import type { AuthorityQuestion } from '../model/authority-question.model';
import { labelOf } from '../model/matrix.model';
import { whoMayApprove, WITHOUT_MATRIX, type HolderAnswer } from '../model/who-may.model';
import {
  examine,
  involvedIn,
  questionOf,
  type Examination,
  type ExaminationDependencies,
} from '../rule-on-approval/examine-settlement.handler';
import { AuthorityHolder } from './authority.gql';
import { peopleOf, type PersonOfHolder } from './people-of-holders.policy';

@Resolver()
export class WhoMayResolver {
  constructor(
    private readonly dependencies: ExaminationDependencies & { readonly database: Database; readonly clock: Clock },
  ) {}

  @Directive('@authenticated')
  @Query(() => [AuthorityHolder], {
    nullable: true,
    description:
      'Who could approve a settlement, and why others could not: now, or as things stood at a moment, or for another amount or assessment. Null when there is no such settlement for the viewer.',
  })
  async whoMay(
    @Arg('approve', () => ID, { description: 'The settlement.' }) approve: string,
    @Arg('at', () => DateTimeScalar, {
      nullable: true,
      description: 'As things stood then: what had been granted, and who was absent. Now where absent.',
    })
    at: Date | undefined,
    @Arg('amount', () => MoneyInput, { nullable: true, description: 'What if it were this much.' })
    amount: MoneyInput | undefined,
    @Arg('assessment', () => JsonScalar, {
      nullable: true,
      description: 'What if this were judged of the case: facts that its regulation declares, by their keys.',
    })
    assessment: Readonly<Record<string, unknown>> | undefined,
    @Ctx() context: GraphContext,
  ): Promise<AuthorityHolder[] | null> {
    const { tenantId } = requireRole(context, ...STAFF_ROLES);
    const reader = this.database.reader(tenantId);
    const id = fromGlobalId('Settlement', approve);
    const [settlement] = id === undefined ? [] : await this.dependencies.examined.find(reader, [id]);
    if (settlement === undefined) return null;
    const moment = at ?? this.dependencies.clock.now();
    const examination = await examine(reader, settlement, this.dependencies, at);
    const question = examination === undefined ? undefined : questionOf(examination, moment);
    if (examination === undefined || question === undefined)
      return WITHOUT_MATRIX.map((each) => toHolder(each, context));
    const answers = whoMayApprove(whatIf(question, amount, assessment));
    const people = await this.peopleFor(answers, examination, moment, tenantId);
    return answers.map((answer) => toHolder(answer, context, examination, people.get(answer.holder)));
  }

  private get database(): Database {
    return this.dependencies.database;
  }

  private peopleFor(answers: readonly HolderAnswer[], examination: Examination, at: Date, tenantId: string) {
    const parties = answers.filter(({ holder, role }) => holder !== role).map(({ holder }) => holder);
    const { standings } = this.dependencies;
    return peopleOf(this.database.reader(tenantId), parties, { involved: involvedIn(examination), at, standings });
  }
}

function whatIf(
  question: AuthorityQuestion,
  amount: MoneyInput | undefined,
  assessment: Readonly<Record<string, unknown>> | undefined,
): AuthorityQuestion {
  const { facts } = question;
  return {
    ...question,
    ...(amount === undefined ? {} : { amount: readAmount(amount) }),
    ...(assessment === undefined
      ? {}
      : { facts: { ...facts, assessment: { ...facts.assessment, ...(assessment as Record<string, FactValue>) } } }),
  };
}

function readAmount(input: MoneyInput): Money {
  const outcome = readMoney(input, ['amount']);
  if (!outcome.ok) throw new PublicError('BAD_USER_INPUT', 'The amount has more digits than its currency allows.');
  return outcome.value;
}

function toHolder(
  { holder, role, limit, left, reaches, because }: HolderAnswer,
  { locale }: GraphContext,
  examination?: Examination,
  people?: readonly PersonOfHolder[],
): AuthorityHolder {
  const label = examination?.binding === undefined ? undefined : labelOf(examination.binding, holder);
  return {
    ...{ holder, role, reaches, because },
    label: (locale === 'zh-CN' ? label?.zh : label?.en) ?? holder,
    limit: limit === undefined ? null : toMoney(limit),
    left: left === undefined ? null : toMoney(left),
    people: [...(people ?? [])],
    count: people === undefined ? null : people.filter(({ absent, involved }) => !absent && !involved).length,
  };
}

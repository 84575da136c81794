import type { Locale } from '@redress/graphql-runtime';
import type { Regulation } from '@redress/regulations';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A numbered copy of a paper, and who keeps it (联).' })
export class HeldCopy {
  @Field(() => Int, { description: 'Its number, from 1.' })
  copy!: number;

  @Field(() => String, { description: 'Who keeps it: a role, a party, or `penalised`.' })
  holder!: string;

  @Field(() => String, { nullable: true, description: 'What the regulation says of it.' })
  label!: string | null;
}

/** The copies of a paper of the regulation. */
export function toCopies(copies: Regulation['papers'][number]['copies'], locale: Locale): HeldCopy[] {
  return (copies ?? []).map(({ copy, holder, label }) => ({
    ...{ copy, holder },
    label: label === undefined ? null : locale === 'zh-CN' ? label.zh : label.en,
  }));
}

import { LocaleName, type GraphContext, type Locale } from '@redress/graphql-runtime';
import type { Label } from '@redress/regulations';
import { Arg, Ctx, Field, ObjectType } from 'type-graphql';
import { inLanguage } from '../../language/in-language';

/** Something that the text of a regulation names; not a type of the graph by itself. */
@ObjectType({ description: 'Something with a name in two languages.' })
export abstract class Labelled {
  readonly labels!: Label;

  // A method is not read like a property, whatever its name.
  @Field(() => String, { simple: false, description: 'What the text calls it.' })
  label(
    @Arg('locale', () => LocaleName, { nullable: true, description: 'Language; that of the request unless told.' })
    locale: Locale | undefined,
    @Ctx() context: GraphContext,
  ): string {
    return inLanguage(this.labels, locale, context);
  }
}

@ObjectType({ description: 'A code with its name.' })
export class CodedLabel extends Labelled {
  @Field(() => String, { description: 'Stable code.' })
  code!: string;
}

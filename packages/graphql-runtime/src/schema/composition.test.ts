import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { buildSubgraph, connectionType, Money, UserError } from '../index';
import type { RefusalTexts } from '../index';
import { demoSchema } from '../demo/demo-subgraph';

@Directive('@key(fields: "id")')
@ObjectType('Ticket', { description: 'A ticket of the other service.' })
class TicketStub {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
}

@ObjectType({ description: 'An hour of work.' })
class Hour {
  @Field(() => Money, { description: 'What it cost.' })
  cost!: Money;

  @Field(() => [UserError], { description: 'What was wrong with it.' })
  userErrors!: UserError[];
}
const HourConnection = connectionType(Hour);

@Resolver(() => TicketStub)
class HoursResolver {
  @Query(() => String, { description: 'Reads a clock.' })
  clock(): string {
    return '';
  }

  @FieldResolver(() => HourConnection, { nullable: true, description: 'The work that was spent on it.' })
  hours(): null {
    return null;
  }
}

const hourTexts: RefusalTexts = { HOUR_TOO_LATE: { en: 'It is too late.', 'zh-CN': '太晚了。' } };

describe('two subgraphs of this kind', () => {
  it('compose: shared types fit, an entity gains fields, the refusal codes add up', () => {
    const hours = buildSubgraph({
      resolvers: [HoursResolver],
      orphanedTypes: [TicketStub],
      references: { Ticket: (representations) => Promise.resolve(representations) },
      refusalTexts: hourTexts,
    });
    const result = composeServices([
      { name: 'tickets', typeDefs: parse(demoSchema().schema.sdl) },
      { name: 'hours', typeDefs: parse(hours.sdl) },
    ]);
    expect(compositionHasErrors(result) ? result.errors.map((error) => error.message) : []).toEqual([]);
    expect(result.supergraphSdl).toMatch(/hours: HourConnection/);
    expect(result.supergraphSdl).toMatch(/HOUR_TOO_LATE/);
    expect(result.supergraphSdl).toMatch(/TICKET_ALREADY_CLOSED/);
    expect(hours.sdl).not.toMatch(/TICKET_ALREADY_CLOSED/);
  });
});

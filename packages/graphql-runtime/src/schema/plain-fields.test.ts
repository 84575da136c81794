import 'reflect-metadata';
import { execute, parse } from 'graphql';
import { Arg, Authorized, Field, ObjectType, Query, registerEnumType, Resolver, UseMiddleware } from 'type-graphql';
import { buildSubgraph } from './build-subgraph';

const Colour = { RED: '#f00', BLUE: '#00f' } as const;
registerEnumType(Colour, { name: 'Colour', description: 'A colour.' });

@ObjectType({ description: 'A thing.' })
class Thing {
  @Field(() => String, { description: 'Anyone may see it.' })
  open!: string;

  @UseMiddleware(async () => Promise.resolve('guarded'))
  @Field(() => String, { description: 'Not everyone may see it.' })
  secret!: string;

  @Field(() => String, { name: 'alias', description: 'Has another name inside.' })
  inner!: string;
}

@Resolver()
class ThingResolver {
  @Query(() => Thing, { description: 'A thing.' })
  thing(): Thing {
    return { open: 'open', secret: 'secret', inner: 'inner' };
  }

  @Query(() => String, { description: 'A colour.' })
  colour(@Arg('colour', () => Colour, { defaultValue: Colour.BLUE, description: 'Which.' }) colour: string): string {
    return colour;
  }
}

describe('a plain field', () => {
  const { schema } = buildSubgraph({ resolvers: [ThingResolver], references: {} });

  it('is read directly, but never past its middleware, nor under the wrong name', async () => {
    const result = await execute({ schema, document: parse('{ thing { open secret alias } }'), contextValue: {} });
    expect(result).toEqual({ data: { thing: { open: 'open', secret: 'guarded', alias: 'inner' } } });
    const type = schema.getType('Thing') as unknown as { getFields(): Record<string, { resolve?: unknown }> };
    expect(type.getFields()['open']?.resolve).toBeUndefined();
  });

  it('with authorisation is refused when nobody checks it', () => {
    @ObjectType('Other', { description: 'Another thing.' })
    class Other {
      @Authorized('ADMIN')
      @Field(() => String, { description: 'Not everyone may see it.' })
      secret!: string;
    }
    expect(new Other()).toBeDefined();
    expect(() => buildSubgraph({ resolvers: [ThingResolver], references: {} })).toThrow('authChecker');
  });
});

describe('a default value', () => {
  it('is the inner value of its enum, as if the client had sent it', async () => {
    const { schema } = demo;
    const result = await execute({
      schema,
      document: parse('{ a: colour b: colour(colour: BLUE) }'),
      contextValue: {},
    });
    expect(result.data).toEqual({ a: '#00f', b: '#00f' });
  });
  const demo = buildSubgraph({ resolvers: [ThingResolver], references: {} });
});

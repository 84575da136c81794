import 'reflect-metadata';
import { Field, ID, InterfaceType } from 'type-graphql';
import { readGlobalId } from './global-id';

/** The GraphQL interface `Node`; object types with a global id say `implements: Node`. */
@InterfaceType({
  description: 'Anything that has a global id.',
  resolveType: (value: { readonly id: string }) => readGlobalId(value.id)?.type,
  autoRegisterImplementations: false,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id, unique in the whole graph.' })
  readonly id!: string;
}

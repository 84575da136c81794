import { Node } from '@redress/graphql-runtime';
import { Directive, ObjectType } from 'type-graphql';

/** A case, which case handling owns. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'The handling of a complaint.' })
export class Case extends Node {}

/** A settlement, which finance owns. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'Money or goods given to settle a complaint.' })
export class Settlement extends Node {}

/** A purchase, which finance owns. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'An order with its paid lines.' })
export class Purchase extends Node {}

/** A paper, which finance owns. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ implements: Node, description: 'A paper of finance.' })
export class FinancePaper extends Node {}

/** The types of other services that `node` hands on to their owners. */
export const FOREIGN_TYPES: ReadonlySet<string> = new Set(['Case', 'Settlement', 'Purchase', 'FinancePaper']);

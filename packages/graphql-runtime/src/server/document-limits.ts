import { Kind } from 'graphql';
import type {
  ASTVisitor,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  InlineFragmentNode,
  SelectionSetNode,
  ValidationContext,
  ValidationRule,
} from 'graphql';
import { PublicError } from '../errors/public-error';

/** What a document may contain at most, with fragments counted wherever they are spread. */
export interface DocumentLimits {
  /** Nested fields. The gateway's `_entities` is not counted: its content stood deeper in the client's document. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Lexical tokens of the whole text. */
  readonly tokens: number;
}

/**
 * A second line behind the gateway, which holds clients to 20 aliases, 20 directives and 1,500 tokens. What it sends on
 * is longer: it puts fragments in place, adds keys, and asks for several sets of entities under aliases of its own.
 */
export const defaultDocumentLimits: DocumentLimits = { depth: 10, aliases: 200, directives: 200, tokens: 15_000 };

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

/** A validation rule that refuses documents beyond the limits with `LIMIT_EXCEEDED`. */
export function documentLimitsRule(limits: DocumentLimits): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Document: (document) => {
      const size = measure(document);
      for (const dimension of ['depth', 'aliases', 'directives'] as const) {
        if (size[dimension] > limits[dimension]) context.reportError(beyond(dimension, limits[dimension]));
      }
    },
  });
}

/** Refuses `_service`, which hands out the whole SDL, where introspection is switched off. */
export function noServiceDefinitionRule(context: ValidationContext): ASTVisitor {
  return {
    Field: (node) => {
      if (node.name.value !== '_service') return;
      context.reportError(new PublicError('FORBIDDEN', 'Introspection is switched off.'));
    },
  };
}

function beyond(dimension: string, limit: number): PublicError {
  return new PublicError(
    'LIMIT_EXCEEDED',
    `The document has more than ${limit} ${dimension === 'depth' ? 'levels' : dimension}.`,
    {
      dimension,
      limit,
    },
  );
}

function measure(document: DocumentNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const ruler = new Ruler(fragments);
  // Sizes are summed over operations: only one is executed, but all are parsed and validated.
  return document.definitions
    .map((node) => (node.kind === Kind.OPERATION_DEFINITION ? withOwn(node, ruler.sizeOf(node.selectionSet)) : NOTHING))
    .reduce(sum, NOTHING);
}

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0 };

class Ruler {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<string, Size>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  sizeOf(set: SelectionSetNode | undefined): Size {
    return (set?.selections ?? [])
      .map((node): Size => {
        if (node.kind === Kind.FRAGMENT_SPREAD) return withOwn(node, this.#sizeOfFragment(node.name.value));
        const inside = withOwn(node, isIntrospection(node) ? NOTHING : this.sizeOf(node.selectionSet));
        if (node.kind === Kind.INLINE_FRAGMENT) return inside;
        return {
          depth: inside.depth + (node.name.value === '_entities' ? 0 : 1),
          aliases: inside.aliases + (node.alias === undefined ? 0 : 1),
          directives: inside.directives,
        };
      })
      .reduce(sum, NOTHING);
  }

  #sizeOfFragment(name: string): Size {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    // A fragment that reaches itself is refused by another rule; here it must only not run for ever.
    this.#known.set(name, NOTHING);
    const fragment = this.#fragments.get(name);
    const size = fragment === undefined ? NOTHING : withOwn(fragment, this.sizeOf(fragment.selectionSet));
    this.#known.set(name, size);
    return size;
  }
}

/** Introspection is switched on or off as a whole, and graphql-js bounds its depth by a rule of its own. */
function isIntrospection(node: FieldNode | InlineFragmentNode): boolean {
  return node.kind === Kind.FIELD && (node.name.value === '__schema' || node.name.value === '__type');
}

function withOwn(node: { readonly directives?: readonly unknown[] | undefined }, size: Size): Size {
  return { ...size, directives: size.directives + (node.directives?.length ?? 0) };
}

function sum(left: Size, right: Size): Size {
  return {
    depth: Math.max(left.depth, right.depth),
    aliases: left.aliases + right.aliases,
    directives: left.directives + right.directives,
  };
}

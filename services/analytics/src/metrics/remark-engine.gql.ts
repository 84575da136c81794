import type { GraphContext } from '@redress/graphql-runtime';
import type { EngineName } from './engines/engine.model';

/** Tells in the response's `extensions` which engines answered, each once. */
export function remarkEngine({ remarks }: GraphContext, engine: EngineName): void {
  remarks?.set('engines', (remarks.get('engines') ?? new Set()).add(engine));
}

import type { ASTVisitor, ValidationContext } from 'graphql';
import type { Limits } from './limits';
import { limitExceeded } from './limit-exceeded';

/** A validation rule for what can be counted in the document alone: aliases, directives, reserved response keys. */
export function documentLimitsRule({ aliases, directives }: Limits): (context: ValidationContext) => ASTVisitor {
  return function DocumentLimitsRule(context) {
    const counted = { aliases: 0, directives: 0 };
    return {
      Field({ alias }) {
        if (alias === undefined) return;
        counted.aliases += 1;
        // `__proto__` as a response key would reach the prototype of every object.
        if (alias.value.startsWith('__')) context.reportError(limitExceeded('reserved aliases', 0, 1));
      },
      Directive() {
        counted.directives += 1;
      },
      Document: {
        leave() {
          if (counted.aliases > aliases) context.reportError(limitExceeded('aliases', aliases, counted.aliases));
          if (counted.directives > directives) {
            context.reportError(limitExceeded('directives', directives, counted.directives));
          }
        },
      },
    };
  };
}

import { NoSchemaIntrospectionCustomRule, OperationTypeNode, type Source } from 'graphql';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { publicError } from '../errors/public-error';
import { checkLimits } from '../limits/check-limits';
import { documentLimitsRule } from '../limits/document-limits.rule';
import type { Limits } from '../limits/limits';
import { parseWithinLimits } from '../limits/parse-within-limits';
import type { RuntimeContext } from './ask-context';
import type { FindFacts } from './operation-facts';

/** What must be known of a client operation before it is let in. */
export interface GuardOptions {
  readonly limits: Limits;
  readonly introspection: boolean;
  readonly facts: FindFacts;
}

interface Execution {
  readonly document: Parameters<FindFacts>[0];
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  readonly contextValue: RuntimeContext;
}

/** Refuses an operation before it is planned: too large, not for this caller, or changing something over GET. */
export function guard(options: GuardOptions): GatewayPlugin<RuntimeContext> {
  const { limits, introspection, facts } = options;
  const limitsRule = documentLimitsRule(limits);

  function admit({ document, operationName, variableValues, contextValue }: Execution): void {
    const found = facts(document, operationName ?? undefined);
    if (found === undefined) {
      throw publicError(
        'OPERATION_RESOLUTION_FAILURE',
        'The document has no operation of that name, or none was named.',
      );
    }
    if (found.operation.operation === OperationTypeNode.MUTATION && contextValue.ask.method === 'GET') {
      throw publicError('METHOD_NOT_ALLOWED', 'A mutation must be sent by POST.', { status: 405 });
    }
    if (contextValue.ask.viewer === undefined && !found.openToAll) {
      throw publicError('UNAUTHENTICATED', 'This needs an access token.', { status: 401 });
    }
    const checked = checkLimits(found.weight, variableValues ?? {}, limits);
    if (!checked.ok) throw checked.error;
    contextValue.charged.cost = checked.cost;
  }

  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source) => parseWithinLimits(source, limits.tokens));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(limitsRule);
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecute({ args }) {
      admit(args as Execution);
    },
    onSubscribe({ args }) {
      admit(args as Execution);
    },
  };
}

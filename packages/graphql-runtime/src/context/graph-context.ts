import type { Viewer } from '@redress/identity';
import type { Logger } from '@redress/observability';
import type { CursorCodec } from '../connections/cursor';
import type { RefusalTexts } from '../refusals/refusal-texts';
import type { FindLoader } from './loaders';
import type { Locale } from './locale';

/** What a resolver knows about the request it serves. */
export interface GraphContext {
  /** Who asks; its token was verified by this very process. */
  readonly viewer: Viewer;
  /** From `Accept-Language`; `en` when it names neither of ours. */
  readonly locale: Locale;
  /** 32 hex digits, the same in logs, events and errors. */
  readonly traceId: string;
  readonly logger: Logger;
  /** A batching loader that lives as long as the request. */
  readonly loader: FindLoader;
  /** Signs and reads the cursors of connections. */
  readonly cursors: CursorCodec;
  /** The service's catalogue; `toUserErrors` reads it. */
  readonly refusalTexts: RefusalTexts;
  /** Words about how the answer came about: they go into the response's `extensions`, under the name of the service. */
  readonly remarks?: Remarks;
}

/** Each word once under its name; none of them may say anything about the viewer's data. */
export type Remarks = Map<string, Set<string>>;

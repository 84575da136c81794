import { resolutionApproved } from '@redress/contracts';
import { onEvent, type EventHandlers } from '@redress/messaging';
import type { SignatureBook } from '../model/signatures.repository';

/** As whom a resolution was approved says whether its sum is decided already. */
export function onResolutionSigned({ signatures }: { readonly signatures: SignatureBook }): EventHandlers {
  return onEvent(resolutionApproved, async ({ data: { resolutionId, by, at, holders } }, tx) => {
    if (holders === undefined) return;
    await signatures.noteResolution(tx, resolutionId, { by, holders, at: new Date(at) });
  });
}

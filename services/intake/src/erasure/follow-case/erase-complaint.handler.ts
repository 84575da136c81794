import type { TenantTransaction } from '@redress/persistence';
import type { ErasedTexts } from '../model/erased-texts.repository';

/** Takes the text of one complaint away with the messages on it, as two persons decided of its file. */
export async function eraseComplaint(
  tx: TenantTransaction,
  complaintId: string,
  { texts }: { readonly texts: ErasedTexts },
): Promise<void> {
  const complaint = await texts.find(tx, complaintId);
  if (complaint === undefined) return;
  await texts.erase(tx, [complaint]);
  await texts.eraseMessages(tx, complaintId);
}

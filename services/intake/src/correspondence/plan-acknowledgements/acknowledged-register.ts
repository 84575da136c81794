import type { ComplaintRegister } from '../../complaint/model/complaint-register.repository';
import type { AcknowledgementBook } from '../model/acknowledgement-book.repository';

/**
 * The register, with a note of each new complaint whose complainant may have to be told; history was handled
 * elsewhere, and whoever was helped on the spot knows.
 */
export function acknowledgedRegister(
  register: ComplaintRegister,
  acknowledgements: AcknowledgementBook,
): ComplaintRegister {
  return {
    ...register,
    async enter(tx, entries) {
      await register.enter(tx, entries);
      const fresh = entries
        .map(({ complaint }) => complaint)
        .filter(({ history, settledOnTheSpot }) => history === undefined && settledOnTheSpot !== true);
      if (fresh.length > 0) acknowledgements.enterAtCommit(tx, fresh);
    },
  };
}

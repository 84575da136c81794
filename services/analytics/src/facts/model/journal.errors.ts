/** The journal lacks an event, or only knows that it was: facts cannot be made from it. */
export class JournalIncomplete extends Error {
  constructor(readonly position: bigint) {
    super(`the journal has no envelope at position ${position}`);
    this.name = 'JournalIncomplete';
  }
}

/** Our own mistakes and broken dependencies. What a person can cause is an outcome, never a fault. */
export type FaultCode =
  | 'store-unavailable' // the disk or database refused (full, read-only, gone)
  | 'store-damaged' // a record can't be opened or does not have its shape
  | 'store-conflict' // decided on what is no more: lost too often in a row, or a newer turn has written
  | 'store-in-use' // another process holds the records
  | 'lock-timeout' // somebody else kept a lock for longer than we may wait
  | 'key-missing' // a record or code names a key version that is not in the ring
  | 'directory-unavailable' // the directory did not answer in time
  | 'card-slot-missing' // a card template names data its builder did not give
  | 'card-too-large' // a card is over the size that every client shows
  | 'text-slot-missing' // a sentence names a value its caller did not give
  | 'keys-wrong' // KEYS opens none of the records
  | 'store-newer' // a newer version of the bot wrote the records, in a form this one can't read
  | 'store-schema' // the database does not have the tables that this version wants
  | 'store-moved' // the records are in another place now, or not all here yet
  | 'policy-damaged'; // the policy file or record is not valid

export class Fault extends Error {
  readonly code: FaultCode;
  /** What went wrong, without the code. */
  readonly detail: string;

  /** @param detail for logs only; must hold no code, answer, secret or whole address */
  constructor(code: FaultCode, detail: string, options?: { cause?: unknown }) {
    super(`${code}: ${detail}`, options);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

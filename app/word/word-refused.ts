/** Why a Word document is not read. Each is told to who sent it, in words of the catalogue. */
export const wordRefusals = [
  /** No zip, or no Word document in it. */
  'word-not-a-document',
  /** Broken off or damaged, or with names that lead out of the archive. */
  'word-damaged',
  /** More than any draft holds: bytes, parts, elements, paragraphs, or packed too tightly. */
  'word-too-large',
  /** More comments and tracked changes than anybody settles one by one. */
  'word-too-many-notes',
  /** Elements inside each other beyond anything that is written by hand. */
  'word-too-deep',
  /** A document type or entities of its own, which no word processor writes. */
  'word-entities',
  /** It is encrypted. */
  'word-encrypted',
  /** It took longer to read than a document takes. */
  'word-took-too-long',
] as const
export type WordRefusal = (typeof wordRefusals)[number]

/** Thrown inside the reader and caught at its edge (`read-word.ts`): any depth of it may find the fault. */
export class WordRefused extends Error {
  readonly reason: WordRefusal

  constructor(reason: WordRefusal) {
    super(reason)
    this.reason = reason
  }
}

import { readWord, type WordDocument } from '#app/word/read-word.ts'

/** Reads a document in this thread; sections by the names that the shapes use. */
export function readHere(bytes: Uint8Array): WordDocument {
  const result = readWord(bytes, {
    sections: { grounds: 'grounds', 'controlled items': 'items' },
    section: 'risk',
    idPrefix: 'w',
    ownWords: { withoutCode: '', logics: {} },
  })
  if (!result.ok) throw new Error(result.reason)
  return result.document
}

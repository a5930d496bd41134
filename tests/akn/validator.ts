import { readFileSync } from 'node:fs'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'

const schema = new URL('./schema/akomantoso30.xsd', import.meta.url)

/** Holds documents against the OASIS schema, by libxml2. `dispose` gives its memory back. */
export function openValidator() {
  const document = XmlDocument.fromBuffer(readFileSync(schema))
  const validator = XsdValidator.fromDoc(document)
  return {
    /** What is wrong with a document; nothing where it is valid. */
    faultsOf(xml: string): string[] {
      const read = XmlDocument.fromString(xml)
      try {
        validator.validate(read)
        return []
      } catch (error) {
        if (!(error instanceof XmlValidateError)) throw error
        return error.details.map(({ line, message }) => `${line}: ${message.trim()}`)
      } finally {
        read.dispose()
      }
    },
    dispose() {
      validator.dispose()
      document.dispose()
    },
  }
}

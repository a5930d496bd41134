import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

/** What of an OpenAPI document is needed to hold an answer against it. */
const documentShape = z.looseObject({
  paths: z.record(
    z.string(),
    z.object({
      get: z.looseObject({
        parameters: z.array(z.looseObject({ name: z.string(), in: z.enum(['path', 'query']) })),
        responses: z.record(z.string(), z.looseObject({})),
      }),
    }),
  ),
})
export type Described = z.infer<typeof documentShape>

/** Holds answers against what the document publishes about them, by a validator that is not ours. */
export function describedBy(json: unknown) {
  const document = documentShape.parse(json)
  // Beside what JSON Schema knows there is what only OpenAPI does.
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'described')
  const validators = new Map<string, ReturnType<typeof ajv.compile>>()
  const validatorAt = (pointer: string) => {
    const known = validators.get(pointer)
    const validator = known ?? ajv.compile({ $ref: `described#${pointer}` })
    validators.set(pointer, validator)
    return validator
  }
  return {
    document,
    paths: Object.keys(document.paths),
    /** What is wrong with an answer; undefined where the path has no such answer is an error too. */
    faultsOf(path: string, status: number, mediaType: string, body: unknown): string[] {
      const response = document.paths[path]?.get.responses[String(status)]
      if (!response) return [`${path} is not described as answering ${status}`]
      const at =
        typeof response.$ref === 'string'
          ? response.$ref.slice(1)
          : `/paths/${escaped(path)}/get/responses/${status}`
      const validate = validatorAt(`${at}/content/${escaped(mediaType)}/schema`)
      if (validate(body)) return []
      return (validate.errors ?? []).map(
        ({ instancePath, message }) => `${path} ${instancePath} ${message}`,
      )
    },
  }
}

/** A part of a JSON pointer in the fragment of an address. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}

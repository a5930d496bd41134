import { z } from 'zod'
import { memberStates } from '#app/measures/delegation-codes.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { type Operation, operations, type PathParameter, pathParametersOf } from './operations.ts'
import { answerSchemas } from './schemas.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }
type JsonObject = { readonly [name: string]: Json }

/** How this description itself changes: the first number when an answer loses or renames something. */
const version = '1.0.0'

/** The register over HTTP, described (OpenAPI 3.1), out of the schemas that its answers are read by. */
export function openApiOf(words: LocaleFormat, origin: string): JsonObject {
  const { t } = words
  return {
    openapi: '3.1.1',
    info: {
      title: t('register.title'),
      version,
      description: [
        t('register.intro'),
        t('register.absence-words'),
        t('register.not-authentic-words'),
      ].join('\n\n'),
    },
    jsonSchemaDialect: dialect,
    servers: [{ url: origin }],
    externalDocs: { url: `${origin}/register`, description: t('register.title') },
    paths: Object.fromEntries(
      Object.entries(operations).map(([id, operation]: [string, Operation]) => [
        operation.path,
        { get: described(id, operation, words) },
      ]),
    ),
    components: { schemas: componentSchemas(), headers, responses },
  }
}

const dialect = 'https://json-schema.org/draft/2020-12/schema'
const prefix = '#/components/schemas/'

function described(id: string, operation: Operation, { t }: LocaleFormat): JsonObject {
  const inPath = pathParametersOf(operation.path)
  return {
    operationId: id,
    summary: t(operation.summary),
    parameters: [...inPath.map((name) => pathParameters[name]), ...queryParameters(operation)],
    responses: {
      '200': {
        description: 'What was asked for.',
        headers: {
          ETag: reference('headers/ETag'),
          ...(operation.isPaged && { Link: reference('headers/Link') }),
        },
        content: { [operation.mediaType]: { schema: answerSchema(operation) } },
      },
      '304': { description: 'Nothing has changed since the answer that has this tag.' },
      '400': reference('responses/BadParameters'),
      ...(inPath.length > 0 && { '404': reference('responses/NotFound') }),
    },
  }
}

function reference(path: string): JsonObject {
  return { $ref: `#/components/${path}` }
}

function answerSchema({ answer, mediaType }: Operation): JsonObject {
  if (answer === null) return { type: mediaType.endsWith('json') ? 'object' : 'string' }
  const id = answerSchemas.get(answer)?.id
  if (!id) throw new Error('an answer has no name in the description')
  return { $ref: `${prefix}${id}` }
}

const pathParameters: Readonly<Record<PathParameter, JsonObject>> = {
  issuer: inPath('issuer', 'A state, by its code in the Union; Greece is EL.', {
    type: 'string',
    enum: [...memberStates],
  }),
  code: inPath('code', 'What names an entry among those of its issuer: `key` in answers.', {
    type: 'string',
  }),
  id: inPath('id', 'An edition, by its `id`.', { type: 'string', format: 'uuid' }),
  reference: inPath('reference', 'A measure, by its `reference` with hyphens: 2026-NL-0001.', {
    type: 'string',
    pattern: String.raw`^\d{4}-[A-Z]{2,3}-\d{4,}$`,
  }),
}

function inPath(name: string, description: string, schema: JsonObject): JsonObject {
  return { name, in: 'path', required: true, description, schema }
}

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

function queryParameters({ parameters }: Operation): JsonObject[] {
  const { properties = {} } = schemaOf(parameters, 'input')
  if (!isObject(properties)) return []
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (!isObject(schema)) return []
    const { description = '', anyOf, ...rest } = schema
    // Null is that it is not given, which an address says by leaving it out.
    const { default: usual = null, ...own } = rest
    const [given] = Array.isArray(anyOf) ? anyOf.filter(isObject) : []
    return [
      {
        name,
        in: 'query',
        description,
        schema: { ...own, ...given, ...(usual !== null && { default: usual }) },
      },
    ]
  })
}

const headers: JsonObject = {
  ETag: {
    description: 'Names what was answered; given back as If-None-Match it spares sending it again.',
    schema: { type: 'string' },
  },
  Link: { description: 'Where the next page is (RFC 8288).', schema: { type: 'string' } },
}

const responses: JsonObject = {
  BadParameters: refusal('The address asks for something that cannot be read.'),
  NotFound: refusal(
    'Nothing published stands there. That does not mean that an item is not controlled.',
  ),
}

function refusal(description: string): JsonObject {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: `${prefix}Problem` } } },
  }
}

function componentSchemas(): JsonObject {
  const { schemas } = z.toJSONSchema(answerSchemas, {
    io: 'output',
    uri: (id) => prefix + id,
    override: withoutPatterns,
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _, $id: __, ...own } = asJson(schema)
      return [id, own]
    }),
  )
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  return asJson(z.toJSONSchema(schema, { io, override: withoutPatterns }))
}

/** A format says the same in one word. */
function withoutPatterns({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }) {
  if (jsonSchema.format) delete jsonSchema.pattern
}

/** What zod gives holds functions too, which are no part of the schema. */
function asJson(schema: z.core.JSONSchema.BaseSchema): JsonObject {
  return JSON.parse(JSON.stringify(schema))
}

import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { formatFor } from '#app/messages/format.ts'
import { openApiOf } from '#app/open-data/openapi.ts'
import { operations } from '#app/open-data/operations.ts'
import { describedBy } from './described.ts'

const document = openApiOf(formatFor('en'), 'https://concert.example')
const described = describedBy(document)

describe('the description of the register for programs', () => {
  it('is an OpenAPI 3.1 document', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)))
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
    expect(validator.version).toBe('3.1')
  })

  it('is no OpenAPI document any more where something that it must hold is missing', async () => {
    const { valid } = await new Validator().validate({ ...document, info: {} })
    expect(valid).toBe(false)
  })

  it('has every address with the parameters that it reads, each with what it is for', () => {
    expect(described.paths).toEqual(Object.values(operations).map(({ path }) => path))
    for (const { path, parameters } of Object.values(operations)) {
      const told = described.document.paths[path]?.get.parameters ?? []
      const inQuery = told.filter((parameter) => parameter.in === 'query')
      expect(inQuery.map(({ name }) => name)).toEqual(Object.keys(parameters.shape))
      const inPath = told.filter((parameter) => parameter.in === 'path')
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      for (const parameter of told) expect(parameter.description).toMatch(/\w+/)
    }
  })

  it('knows an answer that lacks something, or holds something more', () => {
    const page = { notice: 'x', on: '2026-01-31', next: null, entries: [] }
    const faults = (body: unknown) =>
      described.faultsOf('/register.json', 200, 'application/json', body)
    expect(faults(page)).toEqual([])
    expect(faults({ ...page, on: '31 January' })).not.toEqual([])
    expect(faults({ ...page, inner: 'a draft' })).not.toEqual([])
    expect(faults({ ...page, next: undefined })).not.toEqual([])
  })
})

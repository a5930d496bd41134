import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { schemaVersion } from '#app/text/schema.ts'
import { protocolVersion } from '#realtime/protocol.ts'

it('the command-line client was written for this protocol and this schema', () => {
  const file = fileURLToPath(new URL('../../scripts/client/draft.ts', import.meta.url))
  const client = readFileSync(file, 'utf8')
  expect(client).toContain(`const protocol = ${protocolVersion}\n`)
  expect(client).toContain(`const schemaVersion = '${schemaVersion}'\n`)
})

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSettings } from '#app/env.server.ts'

const documents = ['README.md', 'ARCHITECTURE.md']

/** Paths in backticks; one with a star stands for several files. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/`((?:app|db|realtime|tests|scripts|docs)\/[^`\s*]*)`/g)].map(
    ([, path = '']) => path,
  )
}

describe('what is written for those who come next', () => {
  it.each(documents)('%s names only what is there', (document) => {
    const named = pathsIn(readFileSync(document, 'utf8'))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })

  it('README.md names the settings, and says what holds without them', () => {
    const text = readFileSync('README.md', 'utf8')
    const read = readSettings({})
    if (!read.ok) throw new Error(read.problem)
    const { port, digestTime, logLevel } = read.settings
    expect(text).toMatch(new RegExp(`\\| \`PORT\` .*\\| ${port} *\\|`))
    expect(text).toMatch(new RegExp(`\\| \`DIGEST_TIME\` .*\\| ${digestTime} *\\|`))
    expect(text).toMatch(new RegExp(`\\| \`LOG_LEVEL\` .*\\| \`${logLevel}\` in the demonstration`))
    const variables = readFileSync('app/env.server.ts', 'utf8').match(/^ {2}[A-Z_]{4,}(?=:)/gm)
    const missing = variables?.filter((name) => !text.includes(`\`${name.trim()}\``))
    // Node's own; it tells the development server apart and is not for operators.
    expect(missing).toEqual(['  NODE_ENV'])
  })
})

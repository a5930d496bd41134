import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findParameters, writeParameter } from '#app/text/parameters.ts'

interface Row {
  readonly line: string
  readonly language: string
  readonly phrase: string
  /** What the phrase says, as one who reads it wrote it down: `overlay: ≤ 1.50 nm`. */
  readonly says: readonly string[]
  /** Why it is not read, or not in full; null if it is. */
  readonly why: string | null
}

const listed = readRows('threshold-phrases.txt')
const treacherous = readRows('treacherous-phrases.txt')
const rows = [...listed, ...treacherous]

function readRows(file: string): Row[] {
  const lines = readFileSync(new URL(`./${file}`, import.meta.url), 'utf8').split('\n')
  let language = ''
  return lines.flatMap((line, index) => {
    language = /^== (\w\w) ==/.exec(line)?.[1] ?? language
    if (line === '' || line.startsWith('#') || line.startsWith('==')) return []
    const [entry, phrase, says = '', why = '', ...more] = line.split('|').map((part) => part.trim())
    if (!entry || !phrase || more.length > 0)
      throw new Error(`${file}: line ${index + 1} is no row: ${line}`)
    const parts = says === '' ? [] : says.split(';').map((part) => part.trim())
    return [
      { line: `${file} ${index + 1}: ${entry}`, language, phrase, says: parts, why: why || null },
    ]
  })
}

const languages = ['en', 'nl', 'de', 'fr']
const phrasesIn = (language: string) => listed.filter((row) => row.language === language).length

interface Read {
  readonly full: number
  readonly unnamed: number
  /** Read, and not what the phrase says. */
  readonly wrong: readonly string[]
  readonly isComplete: boolean
}

function read({ phrase, language, says }: Row): Read {
  const left = [...says]
  const take = (matches: (said: string) => boolean) => {
    const at = left.findIndex(matches)
    return at >= 0 && left.splice(at, 1).length > 0
  }
  const wrong: string[] = []
  let [full, unnamed] = [0, 0]
  for (const { parameter } of findParameters(phrase, language)) {
    const { quantity } = parameter
    const reading = writeParameter(parameter)
    const named = quantity === null ? reading : `${quantity}: ${reading}`
    if (take((said) => said === named)) full++
    else if (quantity === null && take((said) => said.endsWith(`: ${reading}`))) unnamed++
    else wrong.push(named)
  }
  return { full, unnamed, wrong, isComplete: says.length > 0 && left.length === 0 }
}

test('no threshold is read wrongly', () => {
  const results = rows.map((row) => ({ ...row, ...read(row) }))
  expect(
    results
      .filter(({ wrong }) => wrong.length > 0)
      .map(({ line, phrase, wrong }) => ({ line, phrase, wrong })),
  ).toEqual([])
})

test('what is not read in full says why, and nothing else does', () => {
  const results = rows.map((row) => ({ ...row, ...read(row) }))
  const untrue = results.filter(({ isComplete, why }) => isComplete === (why !== null))
  expect(untrue.map(({ line, phrase, why }) => ({ line, phrase, why }))).toEqual([])

  for (const [name, group] of Object.entries({ 'public lists': listed, treacherous })) {
    const own = results.filter(({ line }) => group.some((row) => row.line === line))
    const sum = (count: (row: (typeof results)[number]) => number) =>
      own.reduce((total, row) => total + count(row), 0)
    console.log(
      `threshold phrases, ${name}:`,
      Object.fromEntries(
        languages.map((language) => [
          language,
          own.filter((row) => row.language === language).length,
        ]),
      ),
      {
        phrases: own.length,
        read: own.filter(({ isComplete }) => isComplete).length,
        notUnderstood: own.filter(({ full, unnamed }) => full + unnamed === 0).length,
        inPart: own.filter(({ isComplete, full, unnamed }) => !isComplete && full + unnamed > 0)
          .length,
        thresholds: sum(({ full, unnamed }) => full + unnamed),
        withoutTheirName: sum(({ unnamed }) => unnamed),
        wrong: sum(({ wrong }) => wrong.length),
      },
    )
  }
})

test('the table is of some size in each language', () => {
  expect(listed.length).toBeGreaterThanOrEqual(200)
  for (const language of languages) expect(phrasesIn(language)).toBeGreaterThanOrEqual(30)
})

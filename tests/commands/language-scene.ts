import { randomUUID } from 'node:crypto'
import { addLanguageVersions } from '#app/commands/add-language-versions.server.ts'
import { checkLanguageVersions } from '#app/commands/check-language-versions.server.ts'
import { receiveLanguageText } from '#app/commands/receive-language-text.server.ts'
import { languageTable } from '#app/http/language-table.ts'
import { brusselsDate } from '#app/measures/calendar.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { findLanguageList } from '#app/queries/language-list.server.ts'
import { findLanguagePage } from '#app/queries/list-languages.server.ts'
import type { ContentNode } from '#app/text/content.ts'
import { readWord } from '#app/word/read-word.ts'
import { entriesFile } from '#app/word/write/entries-file.server.ts'
import { list } from '#tests/db/adopted-list.ts'
import { lithography } from '#tests/text/concordance-texts.ts'
import { entry, heading, paragraph, point } from '#tests/text/sample.ts'
import { ownReading } from '#tests/word/own-reading.ts'
import { openRecordScene } from './record-scene.ts'
import { making, words } from './word-scene.ts'

export const readHere: Parameters<typeof receiveLanguageText>[1] = (bytes, options) =>
  Promise.resolve(readWord(bytes, options))

/** A second entry of the list, in the languages that tests need. */
const pellicles = {
  en: ['Pellicles', 'a transmission ≥ 90 %.'],
  de: ['Pellikel', 'eine Durchlässigkeit ≥ 90 %.'],
  fr: ['Pellicules', 'une transmission ≥ 90 %.'],
} as const

export function pellicle(language: keyof typeof pellicles, more: object = {}): ContentNode {
  const [title, words] = pellicles[language]
  return entry(
    { id: 'p', code: '3B998', ...more },
    heading('ph', title),
    point({ id: 'pa' }, paragraph('pap', words)),
  )
}

export const head = {
  reference: '2025/NL/0001',
  title: 'A list',
  name: 'Entries',
  marking: null,
  date: '30 November 2026',
  facts: [],
}

export function wordOf(language: string, entries: readonly ContentNode[]) {
  return entriesFile(making, head, language, entries)
}

/** A Dutch list in English, notified and in force, with people who see to its languages. */
export async function openLanguageScene() {
  const scene = await openRecordScene()
  const officer = scene.officer
  const as = { ...ownReading, section: 'items' } as const

  async function entriesOf(reference: string) {
    const found = scene.must(await findLanguageList(scene.deps, officer, reference))
    return found.entries
  }

  async function send(
    reference: string,
    language: OfficialLanguage,
    bytes: Uint8Array,
    actor = officer,
  ) {
    const sent = { name: 'list.docx', bytes }
    return receiveLanguageText(scene.deps, readHere, actor, { reference, language }, as, sent)
  }

  async function add(reference: string, language: OfficialLanguage, entries: ContentNode[]) {
    const sent = scene.must(await send(reference, language, await wordOf(language, entries)))
    const key = randomUUID()
    const place = { reference, language }
    scene.must(await addLanguageVersions(scene.deps, officer, place, sent.uploadId, { key }))
    return page(reference, language)
  }

  async function page(reference: string, language: OfficialLanguage, actor = officer) {
    const found = await findLanguagePage(scene.deps, actor, { reference, language })
    return scene.must(found)
  }

  return {
    ...scene,
    entriesOf,
    send,
    add,
    page,
    today: brusselsDate(new Date()),

    /** A list that the Commission knows and that is in force. */
    async listed(content = list(lithography('en'), pellicle('en'))) {
      const reference = await scene.adopted({ content }, { inForceOn: '2023-09-01' })
      await scene.notified(reference)
      return reference
    },

    async states(reference: string, language: OfficialLanguage) {
      const { rows } = await page(reference, language)
      return rows.map(({ code, state }) => `${code} ${state}`)
    },

    async check(reference: string, language: OfficialLanguage, reason = '') {
      const { rows } = await page(reference, language)
      const versions = rows.flatMap(({ version }) => (version ? [version.id] : []))
      const input = { key: randomUUID(), versions, reason }
      return checkLanguageVersions(scene.deps, officer, language, input)
    },

    /** The table of a list as it is given out, with translations where there are some. */
    async table(reference: string, translations: Record<string, ContentNode> = {}) {
      const entries = await entriesOf(reference)
      return languageTable(
        words,
        entries.map(({ id, code, content }) => ({
          id,
          content,
          translation: translations[code] ?? null,
        })),
      )
    },
  }
}

export type LanguageScene = Awaited<ReturnType<typeof openLanguageScene>>

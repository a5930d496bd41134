import { parseCode } from '#app/text/code.ts'
import {
  childrenOf,
  type Content,
  type ContentNode,
  textAttribute,
  withIds,
} from '#app/text/content.ts'
import { wordingOf } from './entry-identity.ts'
import type { NoticeFields } from './events/life.ts'
import type { PackageManifest } from './language-package.ts'
import { withheldWords } from './without-words.ts'
import type { NotificationPack } from './notification-pack.ts'

/**
 * What stands where the words of a frozen text were withheld: its entries by their codes, so that editions that
 * rest on them are still those that they were, and nothing that they say.
 */
export function withheldText(content: Content): Content {
  const sections = (withIds(content).content ?? []).flatMap((section): ContentNode[] => {
    const entries = childrenOf(section, 'entry')
    if (entries.length === 0) return []
    return [{ type: 'section', attrs: section.attrs ?? {}, content: entries.map(withoutWording) }]
  })
  return { type: 'doc', content: sections }
}

function withoutWording(entry: ContentNode): ContentNode {
  const attrs = { id: textAttribute(entry, 'id'), expiry: textAttribute(entry, 'expiry') }
  return { type: 'entry', attrs: { ...attrs, code: codeAlone(textAttribute(entry, 'code') ?? '') } }
}

/** Anything may be written where a code belongs. */
function codeAlone(code: string): string {
  return ['entry', 'tariff'].includes(parseCode(code).kind) ? code : ''
}

/** What a package of language versions holds, without what some of its entries are called. */
export function withheldManifest(
  manifest: PackageManifest,
  entryIds: ReadonlySet<string>,
): PackageManifest {
  return {
    ...manifest,
    entries: manifest.entries.map((entry) =>
      entryIds.has(entry.entryId)
        ? { ...entry, code: codeAlone(entry.code), heading: withheldWords }
        : entry,
    ),
  }
}

/** What the entries of a text said, by their elements: to be hashed. */
export function wordingsOf(content: Content) {
  const entries = (withIds(content).content ?? []).flatMap((section) =>
    childrenOf(section, 'entry'),
  )
  return entries.map((entry) => [textAttribute(entry, 'id') ?? '', wordingOf(entry)] as const)
}

export const withheldNotice: NoticeFields = {
  risk: withheldWords,
  technology: withheldWords,
  envisaged: withheldWords,
  timetable: withheldWords,
  contact: withheldWords,
}

/** The pack of a notification without what anybody wrote. */
export function withheldPack(pack: NotificationPack): NotificationPack {
  const { dates, measure, text } = pack
  return {
    ...pack,
    measure: {
      ...measure,
      title: withheldWords,
      actTitle: withheldWords,
      actNumber: withheldWords,
    },
    dates: {
      ...dates,
      gazette: hidden(dates.gazette),
      gazetteReference: hidden(dates.gazetteReference),
      gazetteUrl: null,
      repealedBy: hidden(dates.repealedBy),
    },
    reasons: withheldWords,
    description: withheldWords,
    items: [],
    contact: withheldWords,
    text: { ...text, content: withheldText(text.content) },
  }
}

function hidden(words: string | null): string | null {
  return words === null ? null : withheldWords
}

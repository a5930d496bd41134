import { setImmediate } from 'node:timers/promises'
import { strToU8, zipSync } from 'fflate'
import { languageNames } from '#app/components/file/language-field.tsx'
import { gapsIn } from '#app/measures/language-package.ts'
import { type OfficialLanguage, officialLanguages } from '#app/measures/official-languages.ts'
import { madeFor } from '#app/paper/head.ts'
import type { PackageTexts } from '#app/queries/language-package.server.ts'
import { canonicalJson } from '#app/text/canonical.ts'
import { entriesFile } from './entries-file.server.ts'
import type { Making } from './version-file.server.ts'

/**
 * A package for the Publications Office as one file: a Word document for each language of which there is
 * a text, the manifest byte for byte as it was hashed, and in words what is not in it.
 */
export async function languagePackage(making: Making, texts: PackageTexts): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {
    'manifest.json': strToU8(canonicalJson(texts.manifest)),
    'about.txt': strToU8(aboutOf(making, texts)),
  }
  for (const language of officialLanguages) {
    const entries = await texts.textsIn(language)
    if (entries.length === 0) continue
    const head = headOf(making, texts, language)
    files[`${language}.docx`] = await entriesFile(making, head, language, entries)
    // Others have their turn between two documents.
    await setImmediate()
  }
  // What is in it is compressed already.
  return zipSync(files, { level: 0 })
}

/** That it is not complete stands on every paper of it. */
function completenessWords({ words }: Making, { page }: PackageTexts): string {
  const { t, date } = words
  const values = {
    date: date(page.handedOn),
    complete: page.complete.length,
    languages: page.counts.length,
  }
  return page.gaps.length > 0
    ? t('languages.paper-not-complete', values)
    : t('languages.paper-complete', values)
}

function gapWords({ words }: Making, { manifest }: PackageTexts, language: OfficialLanguage) {
  const codes = gapsIn(manifest, language).map(
    ({ issuer, code }) => `${issuer} ${code || words.t('text.entry-without-code')}`,
  )
  return codes.length > 0 ? [words.t('languages.paper-gaps', { codes: codes.join(', ') })] : []
}

function headOf(making: Making, texts: PackageTexts, language: OfficialLanguage) {
  const { words, now } = making
  const { t, date } = words
  return {
    reference: texts.page.reference || t('languages.package'),
    title: t('languages.package-of', { date: date(texts.page.handedOn) }),
    name: t('languages.paper-name', { language: languageNames(words.locale)(language) }),
    marking: null,
    date: date(now),
    facts: [
      completenessWords(making, texts),
      ...gapWords(making, texts, language),
      madeFor(words, { now, delegation: texts.delegation }),
    ],
  }
}

function aboutOf(making: Making, texts: PackageTexts): string {
  const { words } = making
  const { t, date } = words
  const { page } = texts
  const named = languageNames(words.locale)
  return [
    `${t('languages.package-of', { date: date(page.handedOn) })}, ${page.recipient}`,
    completenessWords(making, texts),
    ...(page.reason ? [t('languages.paper-reason', { reason: page.reason })] : []),
    '',
    ...page.gaps.flatMap(({ language }) =>
      gapWords(making, texts, language).map((gaps) => `${named(language)}: ${gaps}`),
    ),
    '',
    t('languages.paper-manifest', { sha256: page.manifestSha256 }),
    '',
  ].join('\r\n')
}

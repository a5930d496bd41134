import { randomUUID } from 'node:crypto'
import { addLanguageVersions } from '#app/commands/add-language-versions.server.ts'
import { checkLanguageVersions } from '#app/commands/check-language-versions.server.ts'
import { handOverLanguages } from '#app/commands/hand-over-languages.server.ts'
import { holdLanguage } from '#app/commands/hold-language.server.ts'
import { receiveLanguageText } from '#app/commands/receive-language-text.server.ts'
import type { Day } from '#app/measures/measure.ts'
import {
  addLanguageVersionsInput,
  checkLanguageVersionsInput,
  handOverInput,
  holdLanguageInput,
} from '#app/measures/language-inputs.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { findLanguagePage } from '#app/queries/list-languages.server.ts'
import { findNextPackage } from '#app/queries/language-package.server.ts'
import { findLanguageList } from '#app/queries/language-list.server.ts'
import { type EntryRow, rowsOf, tableColumns } from '#app/text/entry-table.ts'
import { officeId } from '#db/delegations.server.ts'
import { type Demonstration, demoActor, must } from './acting.server.ts'

/** Line by line; of the French one the operator of the last line is another, for the concordance to find. */
const translations: Partial<Record<OfficialLanguage, readonly string[]>> = {
  de: [
    'Integrierte Schaltungen für die Steuerung von Quantenbauelementen',
    'Integrierte Schaltungen mit allen folgenden Eigenschaften:',
    'ausgelegt für den Betrieb bei 4 K oder weniger;',
    'eine Verlustleistung von 10 mW oder weniger.',
  ],
  fr: [
    'Circuits intégrés pour la commande de dispositifs quantiques',
    'Circuits intégrés présentant toutes les caractéristiques suivantes :',
    'conçus pour fonctionner à 4 K ou moins ;',
    'une puissance dissipée inférieure à 10 mW.',
  ],
}

/** The languages of the notified list: one checked, one a draft with a fault, one in somebody's hands. */
export async function loadLanguages(
  demonstration: Demonstration,
  reference: string,
  today: Day,
): Promise<void> {
  const { deps } = demonstration
  const officer = demoActor('com-officer')
  for (const [language, lines] of Object.entries(translations))
    await bringIn(demonstration, reference, language as OfficialLanguage, lines)
  const german = must(
    'reading the German version',
    await findLanguagePage(deps, officer, { reference, language: 'de' }),
  )
  const versions = german.rows.flatMap(({ version }) => (version ? [version.id] : []))
  const checked = checkLanguageVersionsInput.parse({ key: randomUUID(), versions })
  must('checking', await checkLanguageVersions(deps, officer, 'de', checked))
  const entryIds = german.rows.map(({ id }) => id)
  const office = `office:${officeId('PL:ministry')}`
  const held = holdLanguageInput.parse({ holder: office, entryIds })
  must('saying who holds it', await holdLanguage(deps, officer, 'pl', held))

  const next = must('the next package', await findNextPackage(deps, officer))
  const handed = handOverInput.parse({
    key: randomUUID(),
    recipient: 'Publications Office of the European Union',
    handedOn: today,
    reference: 'Demonstration 2',
    reason: 'Invented for the demonstration: translation is under way, the first texts go ahead.',
    manifest: next.sha256,
  })
  must('handing over', await handOverLanguages(deps, officer, handed))
}

/** As a table, which an officer would have filled in a spreadsheet. */
async function bringIn(
  { deps }: Demonstration,
  reference: string,
  language: OfficialLanguage,
  lines: readonly string[],
): Promise<void> {
  const officer = demoActor('com-officer')
  const place = { reference, language }
  const { entries } = must('the list', await findLanguageList(deps, officer, reference))
  const rows = entries.flatMap((entry) => rowsOf(entry, null))
  const bytes = new TextEncoder().encode(tableOf(rows, lines))
  const sent = { name: `${language}.csv`, bytes }
  const received = await receiveLanguageText(
    deps,
    () => Promise.reject(new Error('a table is no Word document')),
    officer,
    place,
    { sections: {}, section: 'items', ownWords: { withoutCode: '', logics: {} } },
    sent,
  )
  if ('faults' in received)
    throw new Error(`the demonstration: a row of ${language} does not belong`)
  const { uploadId } = must(`the ${language} version`, received)
  const added = addLanguageVersionsInput.parse({ key: randomUUID() })
  must('adding it', await addLanguageVersions(deps, officer, place, uploadId, added))
}

function tableOf(rows: readonly EntryRow[], lines: readonly string[]): string {
  const table = rows.map(({ entry, element, original }, index) => [
    entry,
    element,
    '',
    original,
    lines[index] ?? '',
  ])
  return [[...tableColumns], ...table]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}

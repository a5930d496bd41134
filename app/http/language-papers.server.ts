import type { LoaderFunctionArgs } from '@remix-run/node'
import { languageNames } from '#app/components/file/language-field.tsx'
import { madeFor } from '#app/paper/head.ts'
import { findLanguageTexts } from '#app/queries/list-languages.server.ts'
import { entriesFile } from '#app/word/write/entries-file.server.ts'
import { requireActor } from './actor.server.ts'
import { download } from './download.ts'
import { languageTable } from './language-table.ts'
import { paperMaking } from './paper.server.ts'
import { idIn, requireLanguage, requireReference } from './reference.server.ts'
import { refusal } from './refusal.server.ts'

/** The entries that an address asks for: of the whole list, or one of them. */
async function askedTexts({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), language: requireLanguage(params) }
  const entry = idIn(new URL(request.url).searchParams, 'entry')
  const found = await findLanguageTexts(context.deps, actor, place, entry)
  if (!found.ok) throw refusal(found)
  return { found, language: place.language, name: `${params.reference}-${place.language}` }
}

/** Entries in a language for Word, or as their act has them, to be translated. */
export async function languagePaper(args: LoaderFunctionArgs, which: 'original' | 'translation') {
  const { found, language, name } = await askedTexts(args)
  const making = await paperMaking(args.context)
  const { words, now } = making
  const { t, date, stateName } = words
  const [first] = found.texts
  const shown = which === 'original' ? (first?.originalLanguage ?? 'en') : language
  const isOriginal = which === 'original'
  const head = {
    reference: found.reference,
    title: found.title,
    name: t('languages.paper-name', { language: languageNames(words.locale)(shown) }),
    marking: null,
    date: date(now),
    facts: [
      isOriginal
        ? t('languages.paper-of-list', { state: stateName(found.owner) })
        : t('languages.paper-translation'),
      madeFor(words, { now, delegation: found.delegation }),
    ],
  }
  const entries = found.texts.flatMap(({ content, translation }) =>
    isOriginal ? [content] : (translation ?? []),
  )
  const bytes = await entriesFile(making, head, shown, entries)
  return download(`${name}${isOriginal ? '-original' : ''}.docx`, bytes)
}

/** The lines of entries with their translations, as a table that comes back. */
export async function languageLines(args: LoaderFunctionArgs): Promise<Response> {
  const { found, name } = await askedTexts(args)
  const { words } = await paperMaking(args.context)
  return download(`${name}.csv`, new TextEncoder().encode(languageTable(words, found.texts)))
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { aknPortion } from '#app/akn/document.ts'
import { openData } from '#app/http/open-data.server.ts'
import { formatFor } from '#app/messages/format.ts'
import { aknXml } from '#app/open-data/media-types.ts'
import { nothing } from '#app/open-data/parameters.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'

/** The text of an edition in Akoma Ntoso. */
export async function loader(asked: LoaderFunctionArgs) {
  const { context, params } = asked
  const read = openData.read(asked, nothing)
  if (!read.ok) return read.refused
  const { issuer = '', code = '', id = '' } = params
  const entry = await findRegisterEntry(context.deps, null, issuer, code)
  const edition = entry.ok ? entry.editions.find((one) => one.id === id) : undefined
  if (!entry.ok || !edition?.act) return openData.refused(asked, 'not-found')
  const xml = aknPortion(
    { ...edition, issuer: entry.issuer, key: entry.key, code: entry.code, act: edition.act },
    { words: formatFor('en'), origin: context.origin, notice: openData.notice },
  )
  return openData.text(asked, xml, { mediaType: `${aknXml}; charset=utf-8` })
}

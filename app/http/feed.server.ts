import type { LoaderFunctionArgs } from '@remix-run/node'
import { formatFor } from '#app/messages/format.ts'
import { compilationAddress, editionAddress, measureAddress } from '#app/open-data/addresses.ts'
import { type FeedEntry, tagOf, writeFeed } from '#app/open-data/atom.ts'
import { factSummary, factTitle } from '#app/open-data/fact-words.ts'
import { atomXml } from '#app/open-data/media-types.ts'
import { unknownFact } from '#app/open-data/parameters.ts'
import {
  type FactsOf,
  findRegisterFacts,
  type ToldFact,
} from '#app/queries/register-facts.server.ts'
import { openData } from './open-data.server.ts'

interface Told {
  readonly of: FactsOf
  readonly before: string | null
  readonly limit: number
  /** What it is about, in words; null: everything. */
  readonly about: string | null
  /** The page that shows it to people, from the origin on. */
  readonly alternate: string
}

const words = formatFor('en')

/** Nothing was published before the Regulation applied: the time of a feed in which nothing stands yet. */
const beginning = new Date('2021-09-09T00:00:00Z')

/** A feed of what becomes known, one page of it. */
export async function answerWithFeed(asked: LoaderFunctionArgs, told: Told): Promise<Response> {
  const { context, request } = asked
  const { of, before, limit } = told
  const found = await findRegisterFacts(context.deps, of, { before, limit })
  if (!found.ok)
    return found.reason === 'not-found'
      ? openData.refused(asked, 'not-found')
      : openData.refused(asked, 'bad-parameters', [unknownFact])
  const { origin } = context
  const { pathname, searchParams } = new URL(request.url)
  const self = (name: string | null) => addressWith(origin + pathname, searchParams, name)
  const next = found.next === null ? null : self(found.next)
  const { t } = words
  const updated = found.facts[0]?.updated ?? null
  const xml = writeFeed({
    id: tagOf(origin, ...feedName(of)),
    title: told.about
      ? t('open-data.feed-title-of', { what: told.about })
      : t('open-data.feed-title'),
    subtitle: t('register.absence-words'),
    rights: openData.notice,
    author: t('shell.portal-name'),
    updated: updated ?? beginning,
    self: self(before),
    alternate: origin + told.alternate,
    next,
    entries: found.facts.map((fact) => asEntry(fact, origin)),
    locale: words.locale,
  })
  return openData.text(asked, xml, {
    mediaType: `${atomXml}; charset=utf-8`,
    headers: openData.linkToNext(next),
    // Of the newest page of everything alone it is known that whatever changes it stands at its head.
    lastModified: of.kind === 'all' && before === null ? updated : null,
  })
}

function addressWith(address: string, given: URLSearchParams, before: string | null): string {
  const parameters = new URLSearchParams(given)
  if (before === null) parameters.delete('before')
  else parameters.set('before', before)
  const query = parameters.toString()
  return query === '' ? address : `${address}?${query}`
}

function feedName(of: FactsOf): string[] {
  switch (of.kind) {
    case 'all':
      return ['feed']
    case 'state':
      return ['feed', of.issuer]
    case 'measure':
      return ['feed', 'measures', of.reference]
    case 'entry':
      return ['feed', of.issuer, of.key]
    case 'code':
      return ['feed', 'codes', of.key]
  }
}

function asEntry(fact: ToldFact, origin: string): FeedEntry {
  const { t, stateName } = words
  const { measure, kind } = fact
  const term = kind === 'in-force' && measure?.kind === 'amendment' ? 'amended' : kind
  return {
    id: tagOf(origin, ...fact.name.split('/')),
    title: factTitle(words, fact),
    summary: factSummary(words, fact),
    updated: fact.updated,
    // The states record their acts, and the Commission what it publishes.
    author: stateName(measure && !byTheCommission.has(kind) ? measure.owner : 'COM'),
    alternate: origin + pageOf(fact),
    categories: [
      { scheme: `${origin}/register/data#facts`, term, label: t(`open-data.kind.${term}`) },
      ...(measure
        ? [
            {
              scheme: `${origin}/register/data#states`,
              term: measure.owner,
              label: stateName(measure.owner),
            },
          ]
        : []),
    ],
  }
}

const byTheCommission: ReadonlySet<ToldFact['kind']> = new Set([
  'published',
  'compiled',
  'removed',
  'covered',
  'compilation',
])

/** The edition where there is one alone, else what it stands in. */
function pageOf({ kind, entries, measure, compilation }: ToldFact): string {
  const [only] = entries
  const isOfOne = only && entries.length === 1 && kind !== 'adopted' && kind !== 'gazetted'
  if (isOfOne) return editionAddress(only.issuer, only.key, only.id)
  if (measure) return measureAddress(measure.reference)
  return compilation ? compilationAddress(compilation.id) : '/register'
}

import type { z } from 'zod'
import { isCompared } from '#app/measures/coverage.ts'
import { standingOf } from '#app/measures/register.ts'
import { formatFor } from '#app/messages/format.ts'
import { editionAddress, entryAddress } from '#app/open-data/addresses.ts'
import { basisSentences } from '#app/open-data/meaning.ts'
import type { editionAnswer, entryAnswer } from '#app/open-data/schemas.ts'
import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import { openData } from './open-data.server.ts'

type Edition = RegisterEntry['editions'][number]

/** Both questions, each with the edition that answers it, and all editions; null where there is none. */
export function answerOfEntry(
  entry: RegisterEntry,
  origin: string,
): z.input<typeof entryAnswer> | null {
  const standing = standingOf(entry.editions)
  if (!standing) return null
  const { nationalControl: control, article10: elsewhere } = standing
  const words = formatFor('en')
  const { t } = words
  return {
    ...namesOf(entry),
    address: origin + entryAddress(entry.issuer, entry.key),
    nationalControl: {
      state: control.state,
      edition: control.edition,
      editionId: control.id,
      meaning: [
        t(`register.national.${control.state}`),
        ...(control.kind === 'prohibition' ? [t('register.national.prohibition')] : []),
      ].join(' '),
    },
    article10: {
      basis: elsewhere.basis,
      edition: elsewhere.edition,
      editionId: elsewhere.id,
      meaning: [
        basisSentences(words, elsewhere.basis),
        t('register.only-if-informed-words'),
        ...(elsewhere.kind === 'prohibition' ? [t('register.prohibition-doubt')] : []),
      ].join(' '),
    },
    editions: entry.editions.map((edition) => asData(entry, edition, origin)),
    competentAuthorities: entry.authorities,
  }
}

/** One edition; null where the entry has none of this id that is public. */
export function answerOfEdition(
  entry: RegisterEntry,
  id: string,
  origin: string,
): z.input<typeof editionAnswer> | null {
  const edition = entry.editions.find((one) => one.id === id)
  return edition ? { ...namesOf(entry), edition: asData(entry, edition, origin) } : null
}

function namesOf({ issuer, code, key, heading, on }: RegisterEntry) {
  return { notice: openData.notice, on, issuer, code, key, heading }
}

function asData({ issuer, key }: RegisterEntry, edition: Edition, origin: string) {
  const { state, inForceFrom, lastDay, endedOn, endedBy, destinations, activities, act } = edition
  return {
    id: edition.id,
    edition: edition.edition,
    address: origin + editionAddress(issuer, key, edition.id),
    nationalControl: {
      state,
      inForceFrom,
      lastDay,
      endedOn,
      endedBy,
      destinations,
      activities,
      act,
    },
    article10: { basis: edition.basis, inCompilation: [...edition.inCompilation] },
    coveredByAnnexI: edition.coverage.map(({ isSince, basis, comparison, ...coverage }) => ({
      ...coverage,
      comparison: comparison && isCompared(comparison) ? comparison : null,
      isCovered: isSince,
      article10: { basis },
    })),
    content: edition.content,
  }
}

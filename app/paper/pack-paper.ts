import { inProtocolOrder } from '#app/measures/delegation-codes.ts'
import type { NotificationPack, PackItem } from '#app/measures/notification-pack.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { activities, type SectionKey } from '#app/text/grammar.ts'
import { blocksOf } from './blocks.ts'
import { actInFootnote } from './footnotes.ts'
import { PaperWriter, run, type WrittenPaper } from './written.ts'

interface Packed {
  readonly pack: NotificationPack
  /** Of the pack as data: whoever has both can tell that they are one. */
  readonly sha256: string
  readonly preparedAt: string
  readonly sectionName: (section: SectionKey) => string
}

/**
 * The message of Article 9(2) or (3) on paper: the cover with Article, addressees, dates and contact, the
 * precise reasons, the description of the items, and the text of the measure.
 */
export function packPaper(
  words: LocaleFormat,
  { pack, sha256, preparedAt, sectionName }: Packed,
): WrittenPaper {
  const { t, date, stateName } = words
  const paper = new PaperWriter()
  writeCover(words, paper, pack)
  paper.section(t('record.reasons'))
  paper.words(pack.reasons)
  paper.section(t('record.items-description'))
  paper.words(pack.description || t('record.none-given'))
  if (pack.items.length > 0) paper.bold(t('record.pack-items'))
  for (const item of pack.items) writeItem(words, paper, item)
  paper.section(t('record.text-of-measure'))
  const { content, language } = pack.text
  for (const block of blocksOf(content, { words, language, sectionName }))
    paper.blocks.push(block.kind === 'section' ? { ...block, kind: 'heading' } : block)
  return {
    head: {
      reference: pack.reference,
      title: t('record.pack-title', { article: t(`record.source.${pack.article}`) }),
      name: stateName(pack.issuer),
      marking: null,
      date: date(preparedAt),
      facts: [pack.measure.title, t('record.pack-hash-words', { sha256 })],
    },
    blocks: paper.blocks,
  }
}

function writeCover(words: LocaleFormat, paper: PaperWriter, pack: NotificationPack) {
  const { t, date, list, stateName } = words
  const { measure, dates } = pack
  const known = (day: string | null) => (day ? date(day) : t('common.not-established'))
  paper.section(t('record.cover-title'))
  paper.fact(t('record.cover-article'), t(`record.cover.${pack.article}`))
  paper.fact(t('record.cover-from'), stateName(pack.issuer))
  paper.fact(
    t('record.cover-to'),
    list(inProtocolOrder(pack.addressees).map((code) => stateName(code))),
  )
  paper.fact(t('record.cover-reference'), pack.reference)
  paper.fact(t('record.cover-measure'), `${t(`terms.kind.${measure.kind}`)}: ${measure.title}`)
  paper.fact(t('record.cover-changes'), measure.changes)
  paper.fact(
    t('record.cover-act'),
    actInFootnote(words, { ...measure, ...dates, adoptedOn: null, gazette: null }),
  )
  paper.fact(
    t('record.cover-grounds'),
    list(measure.grounds.map((ground) => t(`terms.ground.${ground}`))),
  )
  paper.fact(t('file.date.adopted'), known(dates.adoptedOn))
  paper.fact(
    t('file.date.gazetted'),
    dates.gazette &&
      [known(dates.gazettedOn), dates.gazette, dates.gazetteReference, dates.gazetteUrl]
        .filter(Boolean)
        .join(', '),
  )
  paper.fact(t('file.date.in-force'), dates.inForceOn && date(dates.inForceOn))
  paper.fact(
    t('file.date.repealed'),
    dates.repealedOn && [date(dates.repealedOn), dates.repealedBy].filter(Boolean).join(', '),
  )
  paper.fact(t('file.date.expired'), dates.expiredOn && date(dates.expiredOn))
  paper.fact(t('record.contact'), pack.contact)
}

function writeItem(words: LocaleFormat, paper: PaperWriter, item: PackItem) {
  const { t, date, list } = words
  const chosen = activities.filter((activity) => item.activities.includes(activity))
  const until = item.until ?? item.lastDay
  paper.line(
    run(`${item.code || t('text.entry-without-code')}  `, 'bold'),
    run(
      [
        item.heading,
        t(`record.change.${item.change}`),
        item.destinations ?? t('record.all-destinations'),
        list(chosen.map((activity) => t(`text.activity.${activity}`))),
        ...(item.from ? [`${t('record.applies-from')} ${date(item.from)}`] : []),
        ...(until ? [`${t('record.ends-on')} ${date(until)}`] : []),
      ]
        .filter(Boolean)
        .join('; '),
    ),
  )
}

import type { LocaleFormat } from '#app/messages/format.ts'
import type { SectionKey } from '#app/text/grammar.ts'
import type { PlaceName } from '#app/text/place-name.ts'

/**
 * What officials call a place in a text: `3B801.f.5, technical note 1, point a`, or the section.
 * `sectionName`: where sections are not called as those of a draft are.
 */
export function elementName(
  { t }: Pick<LocaleFormat, 't'>,
  element: PlaceName,
  sectionName: (section: SectionKey) => string = (section) => t(`text.section.${section}`),
): string {
  const { kind, section, provision, note, cell, text } = element
  if (cell)
    return t('text.cell-of', {
      ...cell,
      place: elementName({ t }, { ...element, kind: 'section', cell: null }, sectionName),
    })
  const place = provision ?? sectionName(section)
  if (kind === 'paragraph' && !provision) {
    const words = beginning(text)
    return words === ''
      ? t('text.empty-paragraph-of', { place })
      : t('text.paragraph-of', { place, words })
  }
  if (!note) return kind === 'heading' ? t('text.heading-of', { place }) : place
  const named = t(`text.note-of.${note.kind}`, { place, ordinal: note.ordinal })
  return note.path === '' ? named : t('text.point-of', { place: named, point: note.path })
}

/** Enough of a paragraph to tell it from the others of its section. */
function beginning(text: string): string {
  const words = text.trim()
  return words.length <= 40 ? words : `${words.slice(0, 40).replace(/\s\S*$/, '')} …`
}

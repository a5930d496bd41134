import type { NotTakenKind, NotTakenList } from './not-taken.ts'
import { plainWords } from './words.ts'
import { alternativeOf, elementsIn, find, findAll, textIn, type XmlElement } from './xml.ts'

/**
 * Tracked changes of looks alone, and cells that were merged with changes tracked. A text here has
 * neither, so that they are no proposals: they are listed, with who made them and the words they touch.
 */
export function listTrackedLooks(body: XmlElement, notTaken: NotTakenList) {
  for (const element of elementsIn(body)) {
    for (const [properties, changed, kind] of tracked[element.name] ?? []) {
      const change = find(element, ...properties, changed)
      if (change) notTaken.add(kind, wordsOf(element), authorOf(change))
    }
    listTrackedLooks(
      element.name === 'mc:AlternateContent' ? alternativeOf(element) : element,
      notTaken,
    )
  }
}

type Tracked = readonly [properties: readonly string[], changed: string, kind: NotTakenKind]

/** By what holds them: below which properties they stand. */
const tracked: Readonly<Record<string, readonly Tracked[]>> = {
  'w:r': [[['w:rPr'], 'w:rPrChange', 'tracked-look']],
  'w:p': [
    [['w:pPr'], 'w:pPrChange', 'tracked-look'],
    [['w:pPr', 'w:rPr'], 'w:rPrChange', 'tracked-look'],
    [['w:pPr', 'w:sectPr'], 'w:sectPrChange', 'tracked-look'],
    [['w:pPr', 'w:numPr'], 'w:numberingChange', 'tracked-look'],
  ],
  'w:tbl': [
    [['w:tblPr'], 'w:tblPrChange', 'tracked-look'],
    [['w:tblGrid'], 'w:tblGridChange', 'tracked-look'],
  ],
  'w:tr': [
    [['w:trPr'], 'w:trPrChange', 'tracked-look'],
    [['w:tblPrEx'], 'w:tblPrExChange', 'tracked-look'],
  ],
  'w:tc': [
    [['w:tcPr'], 'w:tcPrChange', 'tracked-look'],
    [['w:tcPr'], 'w:cellMerge', 'tracked-merge'],
  ],
  'w:sectPr': [[[], 'w:sectPrChange', 'tracked-look']],
}

function wordsOf(element: XmlElement): string {
  const words = ['w:tbl', 'w:sectPr'].includes(element.name) ? [] : findAll(element, 'w:t')
  return plainWords(words.map(textIn).join(''))
}

function authorOf({ attributes }: XmlElement): string {
  return plainWords(attributes['w:author'] ?? '').trim()
}

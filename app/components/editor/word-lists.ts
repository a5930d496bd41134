import type { LabelKind } from '#app/word/labels.ts'
import { makePoint } from './pasted-outline.ts'
import { isOfEntry, pointLabel, type PastePlace } from './pasted-points.ts'
import { declared } from './pasted-sheet.ts'

/**
 * Word writes a list as paragraphs that name their level, each with its mark as words: "·", "1.",
 * "b)". In an entry, letters and numbers become points, and bullets lists. Elsewhere they become lists
 * where a list says the same: bullets, and numbers that count from 1. Other marks stay words in their
 * paragraphs: a list would count them anew.
 */

interface Item {
  line: Element
  list: string
  level: number
  /** What it counts in, where that is known. */
  kind: LabelKind | null
  mark: string
}

/** `counts`: what the levels of lists count in, by the names that their lines call them. */
export function listWordLists(
  body: Element,
  place: PastePlace,
  counts: ReadonlyMap<string, LabelKind>,
): void {
  const run: Item[] = []
  for (const line of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const counted = countedBy(line, counts)
    const mark = takeMark(line)
    const item = counted && mark !== '' && line.matches('p') ? { line, ...counted, mark } : null
    if (item === null || line.previousElementSibling !== run.at(-1)?.line) end(run, place)
    if (item) run.push(item)
    else if (mark) line.prepend(`${mark} `)
  }
  end(run, place)
}

function countedBy(
  line: Element,
  counts: ReadonlyMap<string, LabelKind>,
): Pick<Item, 'list' | 'level' | 'kind'> | null {
  const named = declared(line.getAttribute('style') ?? '', 'mso-list') ?? ''
  const [, list, level] = /^(\S+).*?\blevel(\d+)/i.exec(named) ?? []
  if (list === undefined || level === undefined) return null
  return { list, level: Number(level), kind: counts.get(`${list} level${level}`) ?? null }
}

/** What Word writes before a line of a list. */
export function markIn(line: Element): Element | undefined {
  return [...line.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
}

/** Takes the mark out of its line, and the blanks that stand behind it for a tab. */
function takeMark(line: Element): string {
  const mark = markIn(line)
  mark?.remove()
  return mark?.textContent?.trim() ?? ''
}

/** Puts points or a list in the place of the lines of a run, or their marks back into them; empties the run. */
function end(run: Item[], place: PastePlace): void {
  const items = run.splice(0)
  const [first] = items
  if (!first) return
  const made = isOfEntry(first.line, place) ? pointsOf(items) : listOf(items)
  if (made) first.line.before(...[made].flat())
  for (const item of items) {
    if (made) item.line.remove()
    else item.line.prepend(`${item.mark} `)
  }
}

/** Points and lists side by side, to be put in their place; a line with another mark stays one. */
function pointsOf(items: readonly Item[]): Element[] {
  const made: Element[] = []
  const bullets: Item[] = []
  const endList = () => {
    const list = listOf(bullets.splice(0))
    if (list) made.push(list)
  }
  for (const item of items) {
    const { line, list, level, kind, mark } = item
    if (bullet.test(mark)) {
      bullets.push(item)
      continue
    }
    endList()
    const copy = line.ownerDocument.createElement('p')
    copy.append(...line.childNodes)
    if (pointLabel.test(mark)) {
      made.push(makePoint(mark, [copy], line.ownerDocument, { list, level, kind }))
    } else {
      copy.prepend(`${mark} `)
      made.push(copy)
    }
  }
  endList()
  return made
}

/** The items, deeper ones inside those before them; null where a list would not say the same. */
function listOf(items: readonly Item[]): Element | null {
  const [top] = items
  if (!top) return null
  const own = items.filter(({ level }) => level <= top.level)
  const isBullets = own.every(({ mark }) => bullet.test(mark))
  const counts = own.every(({ mark }, place) => [`${place + 1}.`, `${place + 1})`].includes(mark))
  if (!isBullets && !counts) return null
  const list = top.line.ownerDocument.createElement(isBullets ? 'ul' : 'ol')
  for (const item of own) {
    const entry = list.appendChild(list.ownerDocument.createElement('li'))
    entry.append(item.line.cloneNode(true))
    const from = items.indexOf(item) + 1
    const next = items.findIndex(({ level }, place) => place >= from && level <= top.level)
    const below = items.slice(from, next === -1 ? undefined : next)
    if (below.length === 0) continue
    const inner = listOf(below)
    if (!inner) return null
    entry.append(inner)
  }
  return list
}

/** A sign, or a letter that is one in the fonts of symbols that Word takes. */
const bullet = /^([^\p{L}\p{N}]|[oØüvq])$/u

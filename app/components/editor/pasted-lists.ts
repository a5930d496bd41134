import { writtenLabel, type LabelKind } from '#app/word/labels.ts'
import { inBlocks } from './pasted-blocks.ts'
import { makePoint } from './pasted-outline.ts'
import { isOfEntry, type PastePlace } from './pasted-points.ts'
import { declared, kindNamed } from './pasted-sheet.ts'

/**
 * Lists with bullets stay lists in an entry, in the point or note that they stand below. What is numbered
 * inside of one is points there, so that it parts the list around it.
 */
export function readBulletLists(body: Element, place: PastePlace): void {
  for (const list of body.querySelectorAll('ul'))
    // One inside of another has been read with it.
    if (body.contains(list) && isOfEntry(list, place)) list.replaceWith(...bulletLists(list))
}

/** A list, and what parts it, in the order in which they are read. */
function bulletLists(list: Element): Element[] {
  const make = (tag: string) => list.ownerDocument.createElement(tag)
  const parts: Element[] = []
  let open: Element | null = null
  for (const child of list.children) {
    let item = child.matches('li') ? null : (open?.lastElementChild ?? null)
    const inside = child.matches('li') ? inBlocks(child) : [child]
    for (const block of inside.flatMap((one) => (one.matches('ul') ? bulletLists(one) : [one]))) {
      if (block.matches('ol')) {
        parts.push(block)
        open = null
        item = null
      } else {
        open ??= parts[parts.push(make('ul')) - 1] ?? null
        item ??= open?.appendChild(make('li')) ?? null
        item?.append(block)
      }
    }
  }
  return parts
}

/**
 * LibreOffice and editors on the web write points as numbered lists, whose letters are no words. In an
 * entry they become points, with the letter or number that was seen.
 */
export function readNumberedLists(body: Element, place: PastePlace): void {
  for (const [at, list] of [...body.querySelectorAll('ol')].entries()) {
    // One inside of another has been read with it.
    if (body.contains(list) && isOfEntry(list, place))
      list.replaceWith(...pointsIn(list, `numbered ${at}`, 0))
  }
}

/** The points of a list side by side, to be put in their place, and what stands in its items with them. */
function pointsIn(list: Element, name: string, level: number): Element[] {
  const kind = kindOf(list)
  let number = numberIn(list, 'start') ?? 1
  return [...list.children].flatMap((item): Element[] => {
    if (item.matches('ol')) return pointsIn(item, name, level + 1)
    if (!item.matches('li')) return [item]
    number = numberIn(item, 'value') ?? number
    const inside = inBlocks(item)
    const end = inside.findIndex((block) => block.matches('ol'))
    const own = end === -1 ? inside : inside.slice(0, end)
    const label = writtenLabel(number, kind)
    const point = makePoint(label, own, item.ownerDocument, { list: name, level, kind })
    number += 1
    const below = inside
      .slice(own.length)
      .flatMap((block) => (block.matches('ol') ? pointsIn(block, name, level + 1) : [block]))
    return [point, ...below]
  })
}

function kindOf(list: Element): LabelKind {
  const type = list.getAttribute('type') ?? ''
  if (/^a$/i.test(type)) return 'letter'
  if (/^i$/i.test(type)) return 'roman'
  // Editors of the Web say it of each item.
  const [first] = [...list.children].filter((item) => item.matches('li'))
  return formatOf(list) ?? (first && formatOf(first)) ?? 'number'
}

function formatOf(element: Element): LabelKind | null {
  const style = element.getAttribute('style') ?? ''
  return kindNamed(declared(style, 'list-style-type') ?? declared(style, 'list-style') ?? '')
}

function numberIn(element: Element, attribute: string): number | null {
  const number = Number(element.getAttribute(attribute) ?? Number.NaN)
  return Number.isInteger(number) && number > 0 && number < 10_000 ? number : null
}

import { settingOf } from './attribute-changes.ts'
import { canonicalJson } from './canonical.ts'
import {
  identified,
  idOf,
  isTextblock,
  lineOf,
  type ContentAttribute,
  type ContentNode,
} from './content.ts'
import {
  inlineName,
  inlineWords,
  nameOfWord,
  runsOfWords,
  withoutReferences,
  type InlineWord,
} from './inline.ts'
import { gathered, mergeItems, standing, type Merged } from './merge-words.ts'
import { saying } from './saying.ts'
import { linesIn, type Slice } from './slice.ts'

/** A line of the three, with its words laid over each other. */
export interface MergedLine {
  readonly id: string
  readonly parts: readonly Merged<string>[]
}

/** A label, code, logic or the like that both changed, and not alike. */
export interface SettingConflict {
  readonly id: string
  readonly name: string
  readonly now: ContentAttribute
  readonly proposed: ContentAttribute
}

export interface MergedSlice {
  /** With everything that one of the two changed; at a conflict what is there now. */
  readonly slice: Slice
  /** In the order of the result; a line that went stands where it stood. */
  readonly lines: readonly MergedLine[]
  readonly settings: readonly SettingConflict[]
  /** Everything that a person has to settle. */
  readonly conflicts: number
  /** What both changed, and to the same. */
  readonly alike: number
}

interface Three {
  readonly base: ContentNode | null
  readonly now: ContentNode | null
  readonly proposed: ContentNode | null
}

/**
 * A part of a text as it was, as it is now and as it was proposed, merged: elements by their ids, the
 * words of each line among themselves. Nothing that somebody wrote since is lost, and where both
 * changed the same, what is there now stands until a person decides. What words refer to is no change
 * of words: nobody is told of it, and as it is now it stays.
 */
export function mergeSlices(base: Slice, now: Slice, proposed: Slice): MergedSlice {
  const merge = new Merge(base, now, proposed)
  const merged = merge.children(base, now, proposed)
  const isWhole = keepsLines(now, proposed, merged)
  // What a merge would lose stands as it is now, until a person decides.
  const slice = isWhole ? merged : [...now]
  const { lines, settings, alike } = merge
  const disputes = merge.disputes + (isWhole ? 0 : 1)
  const parts = lines.flatMap((line) => line.parts)
  const count = (is: (part: Merged<string>) => boolean) => parts.filter(is).length
  return {
    slice,
    lines,
    settings,
    conflicts: count(({ kind }) => kind === 'conflict') + settings.length + disputes,
    alike: count(({ by }) => by === 'both') + alike,
  }
}

/**
 * Whether one of the two joined cells of a table and the other put its cells elsewhere too: each stands in a
 * row and column then that neither meant.
 */
function areLaidOutOtherwise({ base, now, proposed }: Three): boolean {
  if (!base || !now || !proposed) return false
  const [was, is, to] = [base, now, proposed].map((table) => layoutOf(table))
  const [wasCovered, isCovered, toCovered] = [base, now, proposed].map((table) => coveredIn(table))
  const areBothOtherwise = is !== was && to !== was && is !== to
  return areBothOtherwise && (isCovered !== wasCovered || toCovered !== wasCovered)
}

/** The cells of each row, by their ids. */
function layoutOf(table: ContentNode): string {
  const cells = (row: ContentNode) => (row.content ?? []).map(idOf).join(' ')
  return `${(table.content ?? []).map(cells).join('; ')} ${coveredIn(table)}`
}

function coveredIn(table: ContentNode): string {
  return (table.content ?? [])
    .flatMap((row) => row.content ?? [])
    .map((cell) => [idOf(cell), settingOf(cell, 'colspan'), settingOf(cell, 'rowspan')].join(' '))
    .filter((covered) => !/^\S* {2}$/.test(covered))
    .toSorted()
    .join('; ')
}

/** Whether no line that both have is gone, or there twice. */
function keepsLines(now: Slice, proposed: Slice, merged: Slice): boolean {
  const theirs = new Set(linesIn(proposed).map(idOf))
  const kept = linesIn(merged).map(idOf)
  const count = (id: string) => kept.filter((one) => one === id).length
  return linesIn(now).every((line) => {
    const id = idOf(line)
    return id === '' || !theirs.has(id) || count(id) === 1
  })
}

class Merge {
  readonly lines: MergedLine[] = []
  readonly settings: SettingConflict[] = []
  /** Places where both put something in, or in another order. */
  disputes = 0
  /** Elements and settings that both changed to the same; words are told by their lines. */
  alike = 0
  readonly #base: Map<string, ContentNode>
  readonly #now: Map<string, ContentNode>
  readonly #proposed: Map<string, ContentNode>
  readonly #written = new Set<string>()

  constructor(base: Slice, now: Slice, proposed: Slice) {
    this.#base = byName(base)
    this.#now = byName(now)
    this.#proposed = byName(proposed)
  }

  children(base: Slice, now: Slice, proposed: Slice): ContentNode[] {
    return mergeItems(base, now, proposed, nameOf).flatMap((part) => {
      if (part.kind === 'conflict') return this.#disputed(part)
      if (part.by === 'both') this.alike++
      const kept = standing(part)
      const names = new Set(kept.map(nameOf))
      const gone = part.base.filter((node) => !names.has(nameOf(node)))
      return [...kept.flatMap((node) => this.#node(node)), ...gone.flatMap((n) => this.#gone(n))]
    })
  }

  /** Both changed what stands here: all of what either has, what is there now before what was proposed. */
  #disputed({ base, now, proposed }: Merged<Slice>): ContentNode[] {
    this.disputes++
    const names = new Set([...base, ...now].map(nameOf))
    const added = proposed.filter((node) => !names.has(nameOf(node)))
    const there = new Set(now.map(nameOf))
    const gone = base.filter((node) => !there.has(nameOf(node)))
    return [
      ...[...now, ...added].flatMap((node) => this.#node(node)),
      ...gone.flatMap((node) => this.#gone(node)),
    ]
  }

  /** An element that stays, in which of the three it may be. One that moved is written once. */
  #node(node: ContentNode): ContentNode[] {
    const name = nameOf(node)
    if (this.#written.has(name)) return []
    this.#written.add(name)
    const three = this.#three(name)
    const { now, proposed } = three
    const shape = shapeOf(three) ?? node
    const attrs = this.#attributes(three, shape)
    if (isTextblock(shape)) return [{ ...shape, ...attrs, content: this.#line(three) }]
    if (shape.type === 'table' && areLaidOutOtherwise(three)) this.disputes++
    if (shape.type === 'text' || !identified.has(shape.type)) {
      this.#whole(shape, three)
      return [shape]
    }
    // What only one of the two has is as that one has it.
    const was = three.base?.content ?? []
    const content = this.children(was, now?.content ?? was, proposed?.content ?? was)
    return [{ ...shape, ...attrs, ...(content.length > 0 || shape.content ? { content } : {}) }]
  }

  /** What one of the two took out. Had the other changed it meanwhile, a person decides. */
  #gone(node: ContentNode): ContentNode[] {
    const { base, now, proposed } = this.#three(nameOf(node))
    if (this.#written.has(nameOf(node)) || (now && proposed)) return []
    const left = now ?? proposed
    const [own, was] = [left, base].map((one) => one && this.#withoutLiving(one))
    const isDisputed = left !== null && !(own && was && saysTheSame(own, was))
    const gone = this.#withoutLiving(node)
    for (const name of byName([gone]).keys()) this.#written.add(name)
    const there = new Map(linesIn(left ? [left] : []).map((line) => [idOf(line), lineOf(line)]))
    const lines = linesIn([gone])
    if (isDisputed && lines.length === 0) this.disputes++
    for (const line of lines) {
      const [id, was] = [idOf(line), lineOf(line)]
      const words = {
        base: was,
        now: now ? (there.get(id) ?? '') : '',
        proposed: proposed ? (there.get(id) ?? '') : '',
      }
      const by = now ? ('proposed' as const) : proposed ? ('now' as const) : ('both' as const)
      this.lines.push({
        id,
        parts: [
          isDisputed ? { kind: 'conflict', by: null, ...words } : { kind: 'changed', by, ...words },
        ],
      })
    }
    return isDisputed && now ? [this.#withoutLiving(now)] : []
  }

  /** What holds others, without those that both have: one of the two put them elsewhere, as into a merged cell. */
  #withoutLiving(node: ContentNode): ContentNode {
    if (!node.content || isTextblock(node)) return node
    const isLiving = (child: ContentNode) =>
      identified.has(child.type) &&
      this.#now.has(nameOf(child)) &&
      this.#proposed.has(nameOf(child))
    const left = node.content.filter((child) => !isLiving(child))
    return { ...node, content: left.map((child) => this.#withoutLiving(child)) }
  }

  #three(name: string): Three {
    return {
      base: this.#base.get(name) ?? null,
      now: this.#now.get(name) ?? null,
      proposed: this.#proposed.get(name) ?? null,
    }
  }

  #line({ base, now, proposed }: Three): ContentNode[] {
    const shape = now ?? proposed ?? base
    // A line that one side lacks is not changed by it.
    const words = (line: ContentNode | null) => inlineWords(line ?? base ?? { type: 'paragraph' })
    const parts = mergeItems(base ? inlineWords(base) : [], words(now), words(proposed), nameOfWord)
    const text = (items: readonly { text: string }[]) => items.map((item) => item.text).join('')
    this.lines.push({
      id: shape ? idOf(shape) : '',
      parts: gathered(
        parts.map((part) => ({
          kind: part.kind,
          by: part.by,
          base: text(part.base),
          now: text(part.now),
          proposed: text(part.proposed),
        })),
      ),
    })
    return runsOfWords(parts.flatMap(standingWords))
  }

  #attributes({ base, now, proposed }: Three, shape: ContentNode) {
    if (!now || !proposed) return shape.attrs && { attrs: shape.attrs }
    const names = new Set([...Object.keys(now.attrs ?? {}), ...Object.keys(proposed.attrs ?? {})])
    const attrs: Record<string, ContentAttribute> = {}
    for (const name of names) {
      const [was, is, to] = [base, now, proposed].map((node) => node?.attrs?.[name] ?? null)
      const isProposed = is === was && to !== was
      attrs[name] = (isProposed ? to : is) ?? null
      if (is === to && !isSameSetting(is, was)) this.alike++
      if (is !== was && to !== was && is !== to) {
        this.settings.push({ id: idOf(now), name, now: is ?? null, proposed: to ?? null })
      }
    }
    return names.size > 0 && { attrs }
  }

  /** What has no id of its own is taken whole, and told line by line. */
  #whole(node: ContentNode, { base, now, proposed }: Three) {
    for (const line of linesIn([node])) {
      const text = lineOf(line)
      const [was, is, to] = [base, now, proposed].map((there) => (there ? text : ''))
      const isNew = !base
      this.lines.push({
        id: idOf(line),
        parts: [
          {
            kind: isNew ? 'changed' : 'same',
            by: isNew ? (now && proposed ? 'both' : now ? 'now' : 'proposed') : null,
            base: was ?? '',
            now: is ?? '',
            proposed: to ?? '',
          },
        ],
      })
    }
  }
}

/** Words that nobody changed refer to what they refer to now; those to nothing, as before, as proposed. */
function standingWords(part: Merged<readonly InlineWord[]>): readonly InlineWord[] {
  if (part.kind !== 'same') return standing(part)
  return part.now.map((word, index) => {
    const [was, to] = [part.base[index], part.proposed[index]]
    const isNew = was && [inlineName(was), nameOfWord(word)].every((n) => n === inlineName(word))
    return (isNew && to) || word
  })
}

/** What has no id is named by what it says: of the three no more than references differ, as of words. */
function shapeOf({ base, now, proposed }: Three): ContentNode | null {
  if (!base || !now || !proposed || identified.has(now.type)) return now ?? proposed
  const isNew = [base, withoutReferences(now)].every((n) => canonicalJson(n) === canonicalJson(now))
  return isNew ? proposed : now
}

/** What is not set is absent in some texts and null or false in others. */
function isSameSetting(one: ContentAttribute = null, other: ContentAttribute = null): boolean {
  return (one || null) === (other || null)
}

function saysTheSame(one: ContentNode, other: ContentNode): boolean {
  return saying([one]) === saying([other])
}

/** By its id; what has none is itself only, whatever its words refer to. */
function nameOf(node: ContentNode): string {
  return identified.has(node.type) && idOf(node) !== ''
    ? `${node.type} ${idOf(node)}`
    : canonicalJson(withoutReferences(node))
}

function byName(nodes: Slice): Map<string, ContentNode> {
  const found = new Map<string, ContentNode>()
  const visit = (node: ContentNode) => {
    if (node.type !== 'text') found.set(nameOf(node), node)
    for (const child of node.content ?? []) visit(child)
  }
  for (const node of nodes) visit(node)
  return found
}

import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import type { Displaced, LostWords, StrandedWords, StruckWords } from '#app/queries/lost-words.ts'
import type { DoubledWords } from '#app/text/doubled-words.ts'
import { isTurned } from '#app/text/is-turned.ts'

/** So long nothing of the structure has changed before it is asked what lost its place by that. */
const pauseMs = 2_000

const nothing: Displaced = { lost: [], doubled: [], stranded: [], struck: [] }

/**
 * What lost its place in the text, asked for when the text is opened, after lines came or went, and when
 * something came whose line had gone: words that are merely typed make no other lose its place. `ask` is
 * null where it cannot be put right. What was put right here is told no more, whatever an answer says that
 * was given before the portal had heard of it; and when words come that are listed as lost, somebody else
 * has put them in again: they are not offered until the portal has said that they are still lost.
 */
export function useDisplaced(text: Y.XmlFragment, ask: (() => Promise<Displaced>) | null) {
  const [displaced, setDisplaced] = useState(nothing)
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [heard, setHeard] = useState<readonly string[]>([])
  const settle = (key: string) => setSettled((known) => new Set(known).add(key))
  useEffect(() => {
    if (!ask) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | null = null
    /** Whatever was told as lost: who puts it in again may be heard long after others have. */
    let wereLost: readonly string[] = []
    let asked = 0
    let answered = 0
    /** Words that came, with how often it had been asked then: an answer to a later question knows them. */
    let came: { readonly words: string; readonly asked: number }[] = []
    const look = () => {
      const number = ++asked
      void ask().then(
        (answer) => {
          if (isGone || number < answered) return
          answered = number
          wereLost = [...new Set([...wereLost, ...answer.lost.map(({ words }) => words)])]
          came = came.filter((one) => one.asked >= number)
          setDisplaced(answer)
          setHeard(came.map(({ words }) => words))
        },
        // Without an answer what was known stays on the screen.
        () => {
          answered = Math.max(answered, number)
        },
      )
    }
    const wait = () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(look, pauseMs)
    }
    const hear = (events: Y.YEvent<Y.XmlFragment | Y.XmlText>[]) => {
      const words = events.flatMap(wordsThatCame)
      const isLost = words.some((one) => wereLost.some((lost) => isTurned(lost, one)))
      // What is on its way may list them.
      if (isLost || answered < asked)
        came = [...came, ...words.map((one) => ({ words: one, asked }))]
      if (isLost) setHeard(came.map((one) => one.words))
      if (isLost) wait()
      else if (events.some(({ changes, target }) => isOfLines(target) && changes.delta.length > 0))
        wait()
    }
    // Of what comes into a line or beside words that have gone the text itself says nothing.
    const hearGaps = (transaction: Y.Transaction) => {
      if (!transaction.local && cameBesideGone(transaction)) wait()
    }
    wait()
    text.observeDeep(hear)
    text.doc?.on('afterTransaction', hearGaps)
    return () => {
      isGone = true
      if (timer !== null) clearTimeout(timer)
      text.unobserveDeep(hear)
      text.doc?.off('afterTransaction', hearGaps)
    }
  }, [text, ask])
  const isLeft = (one: DisplacedWords) => !settled.has(keyOf(one))
  const isBack = ({ words }: LostWords) => heard.some((one) => isTurned(words, one))
  const lost = displaced.lost.filter((one) => isLeft(one) && !isBack(one))
  const left = {
    lost,
    doubled: displaced.doubled.filter(isLeft),
    stranded: displaced.stranded.filter(isLeft),
    struck: displaced.struck.filter(isLeft),
  }
  return { displaced: left, settle }
}

/** Words of any of the kinds that are told. */
export type DisplacedWords = LostWords | DoubledWords | StrandedWords | StruckWords

/** What stays the same of one thing in all answers. */
export function keyOf(one: DisplacedWords): string {
  return 'key' in one ? one.key : `${one.elementId} ${one.from} ${one.words}`
}

/**
 * Whether something came that Yjs keeps as a gap, since what it stood in had been deleted, or words came
 * that were written before others that had gone by then: who wrote them did not know.
 */
function cameBesideGone({ doc: { store }, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, end] of afterState) {
    const clock = beforeState.get(client) ?? 0
    if (clock === end) continue
    const structs = store.clients.get(client) ?? []
    const came = structs.slice(Y.findIndexSS(structs, clock))
    if (came.some((struct) => struct instanceof Y.GC || isBesideGone(struct, store))) return true
  }
  return false
}

function isBesideGone(struct: Y.GC | Y.Item, store: Y.Doc['store']): boolean {
  if (!(struct instanceof Y.Item) || struct.deleted || !(struct.parent instanceof Y.XmlText))
    return false
  const behind = struct.rightOrigin
  const structs = behind && store.clients.get(behind.client)
  return !!structs && structs[Y.findIndexSS(structs, behind.clock)]?.deleted === true
}

/** The words that came in one piece, in a line or as lines. */
function wordsThatCame({ changes }: Y.YEvent<Y.XmlFragment | Y.XmlText>): string[] {
  return changes.delta.flatMap(({ insert }) => {
    if (typeof insert === 'string') return [insert]
    return Array.isArray(insert) ? insert.flatMap(wordsIn) : []
  })
}

function wordsIn(node: unknown): string[] {
  if (node instanceof Y.XmlText) {
    const runs: { insert: unknown }[] = node.toDelta()
    return [runs.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')]
  }
  return node instanceof Y.XmlElement ? node.toArray().flatMap(wordsIn) : []
}

function isOfLines(target: unknown): boolean {
  return target instanceof Y.XmlFragment
}

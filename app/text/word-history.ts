import * as Y from 'yjs'
import type { NumberedUpdate } from './authorship.ts'
import { newLiveText } from './live-text.ts'
import { CarriedWords } from './carried-words.ts'
import { isTurned } from './is-turned.ts'
import { runsOfUnits, sliceOf, Spans, type UnitRun, type Units } from './text-units.ts'
import { inStep, meets, union, without } from './unit-ranges.ts'
import { isAtOnePlace, itemOf } from './written-place.ts'

/**
 * What the log of a text says of its words, unit by unit: with which update they came and went, which
 * of them are words from elsewhere that were written anew, and which lost their place because somebody
 * else removed it at the same moment. Yjs moves nothing: a split, a join or a move deletes here and
 * inserts there.
 */

/** So many characters are the same by chance no more, however long ago they were deleted. */
const leastRemembered = 12

/** That somebody wrote words of one line anew, with one update or with several. */
export interface Carrying {
  /** Of the first of these. */
  readonly seq: number
  /** How many units of the line went along. */
  size: number
  /** How many units lost words had that were put in again so; absent where they were carried. */
  readonly restored?: number
  /** They were written anew where they stood: somebody had looked at them and said that they are right. */
  readonly isKept?: true
}

/** Lost words, and where they were put in again. */
interface Restored {
  readonly lost: UnitRun
  readonly run: UnitRun
}

/** Where units come from that were deleted and written anew. */
interface Origin extends Units {
  /** Null where they were written again long after they had gone. */
  readonly by: Carrying | null
}

/** Units before they were carried, and how they were. */
export interface Ancestor {
  readonly units: Units
  readonly by: Carrying
}

/** Words that went because what they stood in was removed by somebody who did not know of them. */
export interface Lost {
  readonly run: UnitRun
  /** The update that brought them. */
  readonly insertedBy: number
  /** The update with which the text lost them: the removal, or theirs where it came later. */
  readonly lostWith: number
}

export class WordHistory {
  readonly text: Y.XmlFragment
  private readonly inserted = new Spans<number>()
  private readonly doc: Y.Doc
  private readonly origins = new Spans<Origin>()
  /** Units that two carried to different places, or both put in again, who did not know of each other. */
  private readonly forks = new Spans<true>()
  private readonly carried = new Spans<true>()
  /** With which update units were written anew elsewhere, the first time. */
  private readonly gone = new Spans<number>()
  /** By which update somebody deleted units who knew of them, the first time. */
  private readonly deleted = new Spans<number>()
  /** Units that somebody deleted who did not know that another wrote them anew, by that deletion. */
  private readonly struck = new Spans<number>()
  /** Where units were written anew, the first time. */
  private readonly copies = new Spans<Units>()
  private carriedNow: Units[] = []
  private readonly carryings = new Map<Y.XmlText, Map<number, Carrying>>()
  private readonly remembered = new Map<string, UnitRun>()
  private readonly lostUnits: (Units & { readonly lostWith: number })[] = []
  /** Of lost units: those that go on elsewhere, or were put in again. */
  private readonly settled: Units[] = []
  private readonly restored: Restored[] = []
  private lostNow: Lost[] | null = null
  private last = 0

  constructor() {
    const { doc, text } = newLiveText({ keepsDeleted: true })
    this.doc = doc
    this.text = text
  }

  /** The number of the last update that it has taken. */
  get seq(): number {
    return this.last
  }

  /** Takes the next update of the log. */
  take({ seq, update }: NumberedUpdate): void {
    this.last = seq
    const done = this.apply(update)
    if (!done) return
    const came = cameWith(done)
    const went = rangesOf(done.deleteSet)
    for (const units of came) this.inserted.add(units, seq)
    const meant = rangesOf(Y.decodeUpdate(update).ds)
    const gone = this.runs(union(went, meant), isPassedOver)
    this.carriedNow = []
    // Nobody carries what they do not know of; and what came and went with it was only on its way.
    // What others typed meanwhile among what is carried does not part it for who knows nothing of it.
    const sources = this.runs(without(meant, came), () => true)
    const stay = without(came, went)
    if (gone.length > 0 || this.mayBeKnown(stay)) this.follow(seq, stay, sources)
    const named = without(without(meant, went), came)
    this.noteStruck(seq, named)
    for (const units of without(meant, came)) this.deleted.addOnce(units, seq)
    for (const run of gone)
      if (run.words.length >= leastRemembered) this.remembered.set(run.words, run)
    this.noteLost(seq, without(went, meant))
    this.noteNamed(named)
  }

  /** With which update a unit was written, wherever it was then. */
  writtenBy(client: number, clock: number): number {
    let unit = { client, clock }
    for (let origin = this.originOf(unit); origin; origin = this.originOf(unit)) unit = origin
    return this.inserted.at(unit.client, unit.clock) ?? 0
  }

  /** The update that wrote a unit anew at another place; null where it was at most deleted. */
  movedBy(client: number, clock: number): number | null {
    return this.gone.at(client, clock)
  }

  /** In stretches, by which update some units were written anew elsewhere; null where by none. */
  *moves(units: Units): Generator<{ units: Units; value: number | null }> {
    yield* this.gone.over(units)
  }

  /** The update that brought a unit, be it as a copy. */
  broughtBy(client: number, clock: number): number {
    return this.inserted.at(client, clock) ?? 0
  }

  /** Whether it was gone when it came: put in and taken out with one update. */
  wasOnItsWay({ id: { client, clock }, deleted }: Y.Item): boolean {
    return deleted && this.deleted.at(client, clock) === null
  }

  /** The words that lost their place and were not written again since. */
  lost(): readonly Lost[] {
    this.lostNow ??= this.findLost()
    return this.lostNow
  }

  /**
   * Of some units those that two carried who did not know of each other, in stretches, each with what
   * it was before, the nearest first, as far as nobody had kept it.
   */
  *forked(units: Units): Generator<{ units: Units; ancestors: readonly Ancestor[] }> {
    if (this.forks.isEmpty) return
    for (const { units: part, ancestors: all } of this.ancestry(units)) {
      const kept = all.findIndex(({ by }) => by.isKept)
      const ancestors = kept === -1 ? all : all.slice(0, kept + 1)
      if (ancestors.some(({ units: before }) => hasAny(this.forks, before)))
        yield { units: part, ancestors }
    }
  }

  /** In stretches, what some units were before they were carried, the nearest first. */
  *ancestry(
    units: Units,
    known: readonly Ancestor[] = [],
  ): Generator<{ units: Units; ancestors: readonly Ancestor[] }> {
    const nearest = known.at(-1)?.units ?? units
    for (const { units: part, value, offset } of this.origins.over(nearest)) {
      const { length } = part
      const from = part.clock - nearest.clock
      const cut = (whole: Units) => ({ ...whole, clock: whole.clock + from, length })
      const own = known.map(({ units: before, by }) => ({ units: cut(before), by }))
      if (!value?.by) yield { units: cut(units), ancestors: own }
      else {
        const before = { client: value.client, clock: value.clock + offset, length }
        yield* this.ancestry(cut(units), [...own, { units: before, by: value.by }])
      }
    }
  }

  /**
   * In stretches, what of some units stands again that another had deleted, with that deletion; not what
   * somebody kept since.
   */
  *struckOut(units: Units): Generator<{ units: Units; deletedBy: number }> {
    if (this.struck.isEmpty) return
    for (const { units: part, ancestors } of this.ancestry(units)) {
      let keptWith = 0
      for (const { units: before, by } of ancestors) {
        if (by.isKept) keptWith = Math.max(keptWith, by.seq)
        for (const { units: found, value } of this.struck.over(before)) {
          if (value === null || value < keptWith) continue
          const clock = part.clock + found.clock - before.clock
          yield { units: { ...part, clock, length: found.length }, deletedBy: value }
        }
      }
    }
  }

  private apply(update: Uint8Array): Y.Transaction | null {
    let done: Y.Transaction | null = null
    const keep = (transaction: Y.Transaction) => void (done = transaction)
    this.doc.on('afterTransaction', keep)
    Y.applyUpdate(this.doc, update)
    this.doc.off('afterTransaction', keep)
    return done
  }

  private originOf({ client, clock }: { client: number; clock: number }) {
    const found = this.origins.find(client, clock)
    return found && { client: found.value.client, clock: found.value.clock + found.offset }
  }

  private runs(ranges: Iterable<Units>, isBetween: (item: Y.Item) => boolean) {
    return runsOfUnits(this.doc, ranges, isBetween)
  }

  private mayBeKnown(came: readonly Units[]): boolean {
    if (this.lostUnits.length > 0) return came.length > 0
    return came.some(({ length }) => length >= leastRemembered)
  }

  /** Finds which of what came is what went, with this update or before. */
  private follow(seq: number, came: readonly Units[], gone: UnitRun[]) {
    const sources = new CarriedWords(gone)
    const runs = this.runs(came, isPassedOver)
    for (const run of runs.toSorted((a, b) => b.words.length - a.words.length)) {
      const lost = this.lost().find(({ run: { words } }) => isTurned(words, run.words))
      if (lost) this.putBack(seq, lost.run, run)
      if (lost || this.isPutBackTwice(seq, run)) continue
      const parts = sources.takeFor(run.words)
      for (const { at, length, source, sourceAt } of parts) {
        const keptBefore = source.parent === run.parent ? this.undone(run) : null
        const from = keptBefore ?? sliceOf(source, sourceAt, sourceAt + length)
        const isKept = source.parent === run.parent && keptBefore === null
        const by = isKept ? { seq, size: 0, isKept } : this.carrying(seq, source, run)
        by.size += length
        this.noteForks(from)
        this.noteStruckElsewhere(from)
        this.setOrigins(seq, from, sliceOf(run, at, at + length), by)
      }
      const before = parts.length === 0 ? this.remembered.get(run.words) : undefined
      if (before) this.setOrigins(seq, before.units, run.units, null)
    }
  }

  /** The units that undoing wrote anew as some run: Yjs puts those before what they were. */
  private undone({ units: [first], words }: UnitRun): Units[] | null {
    const behind = first && itemOf(this.doc, first)?.rightOrigin
    if (!behind) return null
    const units = { client: behind.client, clock: behind.clock, length: words.length }
    const [before] = this.runs([units], () => true)
    return before?.words === words ? [...before.units] : null
  }

  private putBack(seq: number, lost: UnitRun, run: UnitRun) {
    this.restored.push({ lost, run })
    this.setOrigins(seq, lost.units, run.units, { seq, size: 0, restored: run.words.length })
  }

  /** Whether somebody had put the same words in at that place of whom this one did not know. */
  private isPutBackTwice(seq: number, run: UnitRun): boolean {
    const before = this.restored.find(
      (one) => isTurned(one.run.words, run.words) && isAtOnePlace(this.doc, one.run, run),
    )
    if (!before) return false
    for (const units of before.lost.units) this.forks.addOnce(units, true)
    this.putBack(seq, before.lost, run)
    return true
  }

  /** What one client carries out of a line fits together, since it knew of all of it. */
  private carrying(seq: number, { parent }: UnitRun, { units: [first] }: UnitRun): Carrying {
    const byClient = this.carryings.get(parent) ?? new Map<number, Carrying>()
    this.carryings.set(parent, byClient)
    const client = first?.client ?? 0
    const known = byClient.get(client) ?? { seq, size: 0 }
    byClient.set(client, known)
    return known
  }

  /** Who names in a deletion what was there no more had not heard of who deleted it before. */
  private noteForks(from: readonly Units[]) {
    for (const { units, value } of from.flatMap((one) => [...this.carried.over(one)])) {
      if (!value) this.carried.add(units, true)
      else this.forks.addOnce(units, true)
    }
  }

  private setOrigins(
    seq: number,
    from: readonly Units[],
    to: readonly Units[],
    by: Carrying | null,
  ) {
    for (const units of from) this.gone.addOnce(units, seq)
    for (const [source, target] of inStep(from, to)) {
      this.origins.add(target, { ...source, by })
      this.copies.addOnce(source, target)
    }
    this.settled.push(...from)
    this.carriedNow.push(...from)
    this.lostNow = null
  }

  /** Who names in a deletion what was there no more did not know of what became of it. */
  private noteStruck(seq: number, named: readonly Units[]) {
    for (const { units, value } of named.flatMap((one) => [...this.gone.over(one)])) {
      if (value === null) continue
      if (value < seq) {
        for (const part of without([units], this.carriedNow)) this.struck.addOnce(part, seq)
        continue
      }
      for (const { units: part, value: by } of this.deleted.over(units))
        if (by !== null) this.struck.addOnce(part, by)
    }
  }

  /** Who carries what another has carried does not know what was deleted of it there before. */
  private noteStruckElsewhere(from: readonly Units[]) {
    for (const { units, value, offset } of from.flatMap((one) => [...this.copies.over(one)])) {
      if (!value) continue
      const copy = { client: value.client, clock: value.clock + offset, length: units.length }
      for (const { units: part, value: by } of this.deleted.over(copy)) {
        if (by === null || this.gone.at(part.client, part.clock) !== null) continue
        const clock = units.clock + part.clock - copy.clock
        this.struck.addOnce({ ...units, clock, length: part.length }, by)
      }
    }
  }

  private noteLost(seq: number, ranges: readonly Units[]) {
    for (const units of ranges) this.lostUnits.push({ ...units, lostWith: seq })
    if (ranges.length > 0) this.lostNow = null
  }

  /** Lost words that somebody deletes who knows of them are theirs to delete: nobody misses them. */
  private noteNamed(named: readonly Units[]) {
    const lost = named.filter((units) => this.lostUnits.some((one) => meets(one, units)))
    this.settled.push(...lost)
    if (lost.length > 0) this.lostNow = null
  }

  private findLost(): Lost[] {
    if (this.lostUnits.length === 0) return []
    const left = without(this.lostUnits, this.settled)
    return this.runs(left, isPassedOver).flatMap((run) => {
      const [first] = run.units
      if (!first || run.words.trim() === '') return []
      const lostWith = this.lostUnits.find((units) => meets(units, first))?.lostWith ?? 0
      return [{ run, insertedBy: this.writtenBy(first.client, first.clock), lostWith }]
    })
  }
}

/** What neither stands in the text nor parts what stands on both sides of it. */
function isPassedOver({ deleted, countable }: Y.Item): boolean {
  return deleted || !countable
}

function cameWith({ beforeState, afterState }: Y.Transaction): Units[] {
  return [...afterState].flatMap(([client, end]) => {
    const clock = beforeState.get(client) ?? 0
    return end > clock ? [{ client, clock, length: end - clock }] : []
  })
}

function hasAny(spans: Spans<true>, units: Units): boolean {
  for (const { value } of spans.over(units)) if (value) return true
  return false
}

function rangesOf({ clients }: Pick<Y.Transaction['deleteSet'], 'clients'>): Units[] {
  return [...clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  )
}

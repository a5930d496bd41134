import { describe, expect, it } from 'vitest'
import { ySyncPluginKey } from 'y-prosemirror'
import { undoManagerOf } from '#app/components/editor/undoing.ts'
import { doubledWords } from '#app/text/doubled-words.ts'
import { keepWords, leaveOut } from '#app/text/keep-words.ts'
import { standingLines } from '#app/text/standing-lines.ts'
import { strandedWords } from '#app/text/stranded-words.ts'
import { struckWords } from '#app/text/struck-words.ts'
import { WordHistory } from '#app/text/word-history.ts'
import { cut, removed, split, typed, Writers, type Writer } from './concurrent-writers.ts'

const line = 'an overlay measured on the wafer, not more than 2.40 nm;'
const tail = line.indexOf(' not')

/** Two who write at the same moment and then hear of each other. */
function scene(anna: (one: Writers, by: Writer) => void, bert: (one: Writers, by: Writer) => void) {
  const writers = new Writers(2, [line, 'another line;'])
  const [one, other] = writers.people
  if (!one || !other) throw new Error('two people')
  anna(writers, one)
  bert(writers, other)
  for (const each of writers.people) writers.hear(each)
  const history = () => {
    const history = new WordHistory()
    for (const each of writers.log) history.take(each)
    return history
  }
  const linesNow = () => standingLines(history().text).map(({ words }) => words)
  return { writers, anna: one, bert: other, history, linesNow }
}

const splits = (writers: Writers, by: Writer) =>
  writers.edit(by, split({ line: 0, at: tail }, `n${by.person}`))

describe('what somebody says is right as it stands', () => {
  it.each([
    ['stayed behind', typed({ line: 0, at: line.indexOf('2.40') }, 'about '), strandedWords],
    ['stayed behind at the end', typed({ line: 0, at: line.length }, ' and'), strandedWords],
    ['was deleted', cut({ line: 0, at: line.indexOf('2.40') }, 4), struckWords],
    ['stands twice', split({ line: 0, at: line.indexOf(' more') }, 'm'), doubledWords],
  ])('is told no more where it %s, until that is undone', (_, edit, told) => {
    const { writers, anna, history, linesNow } = scene(splits, (all, by) => all.edit(by, edit))
    const before = linesNow()
    const [one, ...others] = told(history())
    if (!one) throw new Error('nothing is told')
    expect(others).toEqual([])
    const manager = undoManagerOf(anna.text)
    writers.act(anna, () =>
      anna.doc.transact(() => expect(keepWords(anna.text, one)).toBe(true), ySyncPluginKey),
    )
    expect(told(history())).toEqual([])
    expect(linesNow()).toEqual(before)
    writers.act(anna, () => manager.undo())
    expect(linesNow()).toEqual(before)
    expect(told(history())).toMatchObject([{ words: one.words, elementId: one.elementId }])
  })

  it('keeps its author', () => {
    const { writers, bert, history } = scene(splits, (all, by) =>
      all.edit(by, typed({ line: 0, at: line.indexOf('2.40') }, 'about ')),
    )
    const [one] = strandedWords(history())
    if (!one) throw new Error('nothing is told')
    writers.act(bert, () => keepWords(bert.text, one))
    const [first] = standingLines(history().text)
    const unit = first?.units.find(({ at }) => at === one.from)
    expect(writers.makerOf(history().writtenBy(unit?.client ?? 0, unit?.clock ?? 0))).toBe(1)
  })

  it('is told as doubled where two say so at once, for then it stands twice', () => {
    const { writers, history } = scene(splits, (all, by) =>
      all.edit(by, cut({ line: 0, at: line.indexOf('2.40') }, 4)),
    )
    const [one] = struckWords(history())
    if (!one) throw new Error('nothing is told')
    for (const each of writers.people) writers.act(each, () => keepWords(each.text, one))
    expect(doubledWords(history())).toMatchObject([{ words: '2.40' }])
  })

  it('is not written anew where it stands there no more', () => {
    const { anna } = scene(splits, () => {})
    const one = { elementId: 'p0', from: 0, to: 5, words: 'other' }
    expect(keepWords(anna.text, one)).toBe(false)
  })
})

describe('lost words that somebody leaves out', () => {
  it('are listed no more, and stay out', () => {
    const { writers, bert, history, linesNow } = scene(
      (all, by) => all.edit(by, typed({ line: 0, at: 11 }, 'twice ')),
      (all, by) => all.edit(by, removed(0)),
    )
    const [one] = history().lost()
    expect(one?.run.words).toBe('twice ')
    writers.act(bert, () => leaveOut(bert.text, one?.run.units ?? []))
    expect(history().lost()).toEqual([])
    expect(linesNow()).toEqual(['another line;'])
    for (const each of writers.people) writers.hear(each)
  })
})

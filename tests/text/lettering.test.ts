import { assert, array, constant, constantFrom, nat, oneof, property } from 'fast-check'
import { expect, test } from 'vitest'
import { doubledLabels, letterPoints, missingBetween, ownLabels } from '#app/text/lettering.ts'

const points = (...labels: (string | null)[]) => labels.map((label) => ({ label }))

test('points are lettered a, b at the first depth, 1, 2 at the second and a, b again at the third', () => {
  expect(letterPoints(points(null, null), 0)).toEqual(['a', 'b'])
  expect(letterPoints(points(null, null), 1)).toEqual(['1', '2'])
  expect(letterPoints(points(null, null), 2)).toEqual(['a', 'b'])
})

test('after z comes aa, and after az comes ba', () => {
  const labels = letterPoints(points(...Array.from({ length: 54 }, () => null)), 0)
  expect(labels.slice(24, 28)).toEqual(['y', 'z', 'aa', 'ab'])
  expect(labels.slice(51)).toEqual(['az', 'ba', 'bb'])
})

test('a label of its own is kept and the next points go on from it', () => {
  expect(letterPoints(points(null, 'f', null, 'l', null), 0)).toEqual(['a', 'f', 'g', 'l', 'm'])
  expect(letterPoints(points('5', null, null), 1)).toEqual(['5', '6', '7'])
  expect(letterPoints(points('z', null), 0)).toEqual(['z', 'aa'])
})

test('a label that is no letter or number of its depth moves nothing', () => {
  expect(letterPoints(points(null, 'a bis', null), 0)).toEqual(['a', 'a bis', 'b'])
  expect(letterPoints(points(null, '3', null), 0)).toEqual(['a', '3', 'b'])
  expect(letterPoints(points('0', null), 1)).toEqual(['0', '1'])
})

test('without labels of their own no two points have the same label', () => {
  const label = oneof(constant(null), constantFrom('  ', ''))
  assert(
    property(array(label, { maxLength: 800 }), nat(5), (labels, depth) => {
      const lettered = letterPoints(points(...labels), depth)
      expect(new Set(lettered).size).toBe(labels.length)
    }),
  )
})

test('labels that are missing between two are counted, and Roman numbers are no letters far behind', () => {
  expect(missingBetween('a', 'b', 0)).toBe(0)
  expect(missingBetween('b', 'd', 0)).toBe(1)
  expect(missingBetween('1', '4', 1)).toBe(2)
  expect(missingBetween('d', 'b', 0)).toBe(0)
  expect(missingBetween('1', '3', 0)).toBe(0)
  expect(missingBetween('i', 'ii', 2)).toBe(0)
  expect(missingBetween('a bis', 'd', 0)).toBe(0)
})

test('labels that one before has too are found, and gaps are none', () => {
  expect(doubledLabels(points('a', null, 'b', 'c', 'f'), 0)).toEqual([2, 3])
  expect(doubledLabels(points('1', null, '2', '3'), 1)).toEqual([2, 3])
  expect(doubledLabels(points('a', 'f', 'l', 'a bis'), 0)).toEqual([])
  expect(doubledLabels(points('a', 'a'), 0)).toEqual([1])
})

test('lettered anew, no label stands twice that was not given to a place of its own', () => {
  const label = constantFrom(null, 'a', 'b', 'c', 'f')
  assert(
    property(array(label, { maxLength: 12 }), (labels) => {
      const all = points(...labels)
      const doubled = doubledLabels(all, 0)
      const anew = all.map((one, place) => (doubled.includes(place) ? { label: null } : one))
      expect(doubledLabels(anew, 0)).toEqual([])
    }),
  )
})

test('labels have to be said that the place of a point does not give', () => {
  expect(ownLabels(['a', 'b', 'f', 'g'], 0)).toEqual([null, null, 'f', null])
  expect(ownLabels(['a', 'a bis', 'b'], 0)).toEqual([null, 'a bis', null])
  expect(ownLabels(['2', '', '4'], 1)).toEqual(['2', null, null])
  expect(ownLabels(['c', 'd'], 0, points(null, null))).toEqual([null, null])
  expect(ownLabels(['d'], 0, points(null, null))).toEqual(['d'])
})

import type { Random } from './random.ts'

/** Words as lists of controls have them: the same phrases again and again, with other numbers. */

const quantities = [
  'chuck overlay',
  'resolution',
  'source wavelength',
  'vessel temperature',
  'vacuum',
]
const relations = ['≤', '≥', 'better than', 'not exceeding', 'equal to or greater than']
const units = ['nm', '°C', 'Pa', 'Torr', 'K', '%']
const openings = [
  'Equipment designed for',
  'Software for',
  'Technology for the development of',
  'Components of',
]
const things = [
  'atomic layer deposition',
  'dry etching',
  'wafer inspection',
  'epitaxial growth',
  'lithography',
  'cryogenic cooling',
]
const tails = [
  'and having any of the following;',
  'as specified in 3B801.f',
  'except for medical use.',
  'or',
  'and',
]

export function number(random: Random): string {
  return random.pick(['1.50', '2.40', '45', '300', '0.01', '30', '21', '0.5'])
}

export function phrase(random: Random): string {
  const [quantity, relation] = [random.pick(quantities), random.pick(relations)]
  return `${quantity} ${relation} ${number(random)} ${random.pick(units)}`
}

export function sentence(random: Random): string {
  const parts = [random.pick(openings), random.pick(things), 'with', phrase(random)]
  if (random.isLikely(0.6)) parts.push('and', phrase(random))
  if (random.isLikely(0.5)) parts.push(random.pick(tails))
  return parts.join(' ')
}

/** What stands in a cell: often the same as in others. */
export function cellWords(random: Random): string {
  return random.pick([
    `${number(random)} ${random.pick(units)}`,
    random.pick(things),
    phrase(random),
    sentence(random),
  ])
}

export function insertion(random: Random): string {
  const words = [phrase(random), number(random), random.pick(things), 'and', 'not', 'x']
  return ` ${random.pick(words)}`
}

/** Other wording for the same thing: a word of it is another one. */
export function rewording(random: Random, words: string): string {
  const parts = words.split(' ')
  parts[random.below(parts.length)] = random.pick([
    number(random),
    random.pick(things),
    'any',
    'of the following',
  ])
  return parts.join(' ')
}

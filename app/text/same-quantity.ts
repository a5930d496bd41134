/** Whether two thresholds that are named can be of one thing, and what such a name says of their unit. */

import { isQuantityNoun } from './quantity-nouns.ts'

/**
 * Words of which a name holds one: inner diameter and outer diameter are two quantities, and so are
 * width and height. In each set the words parted by a comma exclude each other.
 */
const contraries = [
  'inner inside internal intérieur intérieure binnen innere innerer inneres, outer outside external exterieur extérieur extérieure buiten äußere äußerer äußeres',
  'minimum min minimal minimale minimaler minimales, maximum max maximal maximale maximaler maximales',
  'upper top bovenste obere oberer oberes supérieur supérieure, lower bottom onderste untere unterer unteres inférieur inférieure',
  'width breedte breite largeur, height hoogte höhe hauteur, length lengte länge longueur, depth diepte tiefe profondeur, thickness dikte dicke épaisseur, diameter durchmesser diamètre, radius straal rayon, pitch',
  'horizontal horizontale, vertical verticale vertikale',
  'lateral laterale, axial axiale, radial radiale',
  'input ingang eingang entrée, output uitgang ausgang sortie',
  'peak piek spitze crête, average mean gemiddelde gemiddeld mittlere mittlerer durchschnittliche moyen moyenne, rms',
  'static, dynamic',
  'x, y, z',
  'left, right',
  'front, rear back',
  'first, second, third, fourth',
  'transmit transmitter, receive receiver',
  'operating, storage',
  'linear, angular rotary',
  'overlay, resolution, wavelength, accuracy, repeatability, roughness',
].map((set) => set.split(',').map((words) => words.trim().split(' ')))

const exclusive = new Map(
  contraries.flatMap((set, number) =>
    set.flatMap((words, side) => words.map((word) => [word, { number, side }] as const)),
  ),
)

/** What may stand beside any name, so that it alone makes no two names alike. */
const qualifiers = new Set(
  'of the a an de van het von der des du la le les specified rated nominal total'.split(' '),
)

/** Names that measure how far two values are apart, in the languages that thresholds are read in. */
const differences =
  /stabili|uniformi|change|differen|drift|resol|accura|variation|gradient|tolerance|deviation|error|fluctuation|\brise\b|swing|verschil|verander|nauwkeurig|schommel|afwijking|gleichmä|änderung|differenz|schwankung|genauigkeit|abweichung|unterschied|auflösung|anstieg|différence|écart|précision|exactitude|dérive|élévation/i

/** Whether a quantity is a difference of two values: 0.1 °C of temperature stability are 0.1 K. */
export function isDifference(quantity: string | null): boolean {
  return quantity !== null && differences.test(quantity)
}

/** A quantity that is named differently may be the same one: overlay, chuck overlay. */
export function maySameQuantity(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a.toLowerCase() === b.toLowerCase()) return true
  if (isDifference(a) !== isDifference(b)) return false
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (excludeEachOther(first, second)) return false
  return second.some((word) => first.includes(word) && !isQualifier(word))
}

/**
 * A parameter without the name of its quantity, as it can be compared with one that is named in another
 * language: all that is kept is whether it is a difference.
 */
export function nameless<Named extends { readonly quantity: string | null }>(parameter: Named) {
  return { ...parameter, quantity: isDifference(parameter.quantity) ? 'difference' : null }
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** A measure is named by its head, all other words of a set say which one. */
function isQualifier(word: string): boolean {
  const place = exclusive.get(word)
  const set = place && contraries[place.number]
  const isHead = set?.some((words) => words.includes('width') || words.includes('overlay')) ?? false
  return qualifiers.has(word) || (place !== undefined && !isHead)
}

/** Whether one says one word of a set and the other another one, and neither says both. */
function excludeEachOther(first: readonly string[], second: readonly string[]): boolean {
  return contraries.some((_, number) => {
    const [one, other] = [first, second].map((words) => sidesOf(words, number))
    if (!one || !other || one.size === 0 || other.size === 0) return false
    return [...one].every((side) => !other.has(side))
  })
}

function sidesOf(words: readonly string[], number: number): Set<number> {
  return new Set(
    words.flatMap((word) => {
      const place = exclusive.get(word)
      return place?.number === number ? [place.side] : []
    }),
  )
}

/** What a threshold is said to measure, and the line that says it. */
export interface Said {
  readonly quantity: string | null
  readonly line: string
}

/** Words that any line of a list may have, of which none tells what it is about. */
const telling =
  /^(?!(?:operat|design|special|capab|equip|having|more|less|lower|higher|greater|longer|shorter|equal|exceed|below|above|other|with|that|uses|using|used|least|most|value|range|maxim|minim|follow))\p{L}{4,}/u

/**
 * Whether two thresholds of two texts are said of one thing, though their quantities may be named
 * otherwise: "**deposition** at 685 °C", "a **deposition** chamber at a temperature of 685 °C". A name
 * that says no more than a unit does, such as temperature, tells nothing: of two temperatures neither
 * is the other.
 */
export function isOneThing(a: Said, b: Said): boolean {
  if (areContrary(a.quantity, b.quantity)) return false
  const [first, second] = [tellingWords(a.quantity), tellingWords(b.quantity)]
  const [lineOfA, lineOfB] = [tellingWords(a.line), tellingWords(b.line)]
  if (first.length > 0 && second.length > 0) return second.some((word) => first.includes(word))
  if (first.length > 0) return first.every((word) => lineOfB.includes(word))
  if (second.length > 0) return second.every((word) => lineOfA.includes(word))
  return new Set(lineOfA.filter((word) => lineOfB.includes(word))).size > 1
}

function areContrary(a: string | null, b: string | null): boolean {
  if (isDifference(a) !== isDifference(b)) return true
  return excludeEachOther(wordsOf(a ?? ''), wordsOf(b ?? ''))
}

function tellingWords(words: string | null): string[] {
  return wordsOf(words ?? '').filter((word) => telling.test(word) && !isQuantityNoun(word))
}

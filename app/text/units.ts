import { add, divide, fraction, multiply, type Fraction } from './decimal.ts'
import { unitWords } from './unit-words.ts'

/**
 * Units, for comparison only: a text is never rewritten. The table is ours because the libraries
 * that know °C, Torr and eV compute in floating point, where 1.1 µm and 1100 nm are two lengths,
 * and none knows qubits; the factors are those of the SI brochure, as exact fractions. Everything
 * outside this file asks `readUnit` and `inBaseUnits` only.
 */
export interface Unit {
  /** As the SI writes it: `nm`, `°C`, `W/cm²`. Two spellings of one unit have one symbol. */
  readonly symbol: string
  /** Equal for units that can be compared: `m`, `kg·m⁻¹·s⁻²`. */
  readonly dimension: string
}

interface Size extends Unit {
  readonly factor: Fraction
  /** What is added after the factor: 273.15 for °C. */
  readonly offset: Fraction
}

interface Base {
  readonly factor: string
  readonly powers: string
  /** The prefixes that are in use with it; others would read words as units ("as", "am"). */
  readonly prefixes: string
  /** False for what is a unit with a prefix or in a product only. */
  readonly standsAlone: boolean
}

const base = (factor: string, powers: string, prefixes = '', standsAlone = true): Base => ({
  factor,
  powers,
  prefixes,
  standsAlone,
})

const usual = 'PTGMkmµnpf'

const bases: ReadonlyMap<string, Base> = new Map([
  ['m', base('1', 'm', 'kdcmµnpf')],
  // Alone it is also the acceleration of free fall.
  ['g', base('0.001', 'kg', 'k', false)],
  ['t', base('1000', 'kg')],
  ['s', base('1', 's', 'mµnpf')],
  ['min', base('60', 's')],
  ['h', base('3600', 's')],
  ['A', base('1', 'A', usual)],
  ['K', base('1', 'K', 'kmµn')],
  ['mol', base('1', 'mol', 'kmµn')],
  ['Hz', base('1', 's-1', 'PTGMkm')],
  ['N', base('1', 'kg m s-2', 'MkmµnG')],
  ['Pa', base('1', 'kg m-1 s-2', 'GMkhmµn')],
  ['bar', base('100000', 'kg m-1 s-2', 'kmµ')],
  ['Torr', base('101325/760', 'kg m-1 s-2', 'mµ')],
  ['atm', base('101325', 'kg m-1 s-2')],
  ['J', base('1', 'kg m2 s-2', usual)],
  ['Wh', base('3600', 'kg m2 s-2', 'GMk')],
  ['eV', base('0.0000000000000000001602176634', 'kg m2 s-2', 'TGMkm')],
  ['W', base('1', 'kg m2 s-3', usual)],
  ['V', base('1', 'kg m2 s-3 A-1', 'MGkmµn')],
  ['Ω', base('1', 'kg m2 s-3 A-2', 'GMkmµ')],
  ['F', base('1', 'kg-1 m-2 s4 A2', 'mµnpf')],
  ['T', base('1', 'kg s-2 A-1', 'mµnpf')],
  ['l', base('0.001', 'm3', 'cdmµ')],
  ['L', base('0.001', 'm3', 'cdmµ')],
  ['Å', base('0.0000000001', 'm')],
  ['bit', base('1', 'bit', 'PTGMk')],
  ['B', base('8', 'bit', 'PTGMk', false)],
  ['qubit', base('1', 'qubit')],
  ['%', base('0.01', '')],
  ['‰', base('0.001', '')],
  ['ppm', base('0.000001', '')],
  ['ppb', base('0.000000001', '')],
  ['°', base('1', 'degree')],
  ['arcmin', base('1/60', 'degree')],
  ['arcsec', base('1/3600', 'degree')],
  ['rad', base('1', 'radian', 'mµn')],
  ['sr', base('1', 'steradian', 'mµ')],
  ['rpm', base('1/60', 'revolution s-1')],
  ['dB', base('1', 'decibel')],
  ['dBm', base('1', 'decibel-milliwatt')],
  ['dBi', base('1', 'decibel-isotropic')],
  ['°C', base('1', 'K')],
  ['°F', base('5/9', 'K')],
])

/** What is zero on another scale, in kelvin; such a unit stands alone. */
const offsets: ReadonlyMap<string, string> = new Map([
  ['°C', '273.15'],
  ['°F', '45967/180'],
])

const prefixes: ReadonlyMap<string, string> = new Map([
  ['P', '1000000000000000'],
  ['T', '1000000000000'],
  ['G', '1000000000'],
  ['M', '1000000'],
  ['k', '1000'],
  ['h', '100'],
  ['d', '0.1'],
  ['c', '0.01'],
  ['m', '0.001'],
  ['µ', '0.000001'],
  ['n', '0.000000001'],
  ['p', '0.000000000001'],
  ['f', '0.000000000000001'],
])

const zero = fraction('0')

/** The unit that begins at `at` in a text, and where it ends; null if none does. */
export function readUnit(text: string, at: number): { unit: Unit; end: number } | null {
  const read = readProduct(text, at)
  if (!read) return null
  const { symbol, dimension } = read.size
  return { unit: { symbol, dimension }, end: read.end }
}

/**
 * A value in the base units of its dimension, a plain number (symbol '') as it is; null if the
 * symbol is not one that `readUnit` gives.
 */
export function inBaseUnits(value: string, symbol: string): Fraction | null {
  return converted(value, symbol, ({ offset }) => offset)
}

/** The same of a difference of two values: 20 °C are 20 K. */
export function inBaseUnitsAsDifference(value: string, symbol: string): Fraction | null {
  return converted(value, symbol, () => zero)
}

function converted(value: string, symbol: string, offsetOf: (size: Size) => Fraction) {
  if (symbol === '') return fraction(value)
  const read = readProduct(symbol, 0)
  if (!read || read.end !== symbol.length) return null
  return add(multiply(fraction(value), read.size.factor), offsetOf(read.size))
}

interface Factor {
  /** With its prefix, without its exponent. */
  readonly symbol: string
  readonly size: Fraction
  readonly base: Base
  readonly exponent: number
  readonly end: number
}

/** Factors joined by ·, / or "per"; null if more follows that may be a part of the unit. */
function readProduct(text: string, at: number): { size: Size; end: number } | null {
  let factor = readFactor(text, at)
  if (!factor) return null
  const factors = [{ sign: '', factor }]
  let end = factor.end
  for (let join = readJoin(text, end); join; join = readJoin(text, end)) {
    factor = readFactor(text, join.end)
    if (!factor) return null
    end = factor.end
    factors.push({ sign: join.sign, factor })
  }
  if (goesOn(text, end) || isUnclearProduct(factors)) return null
  const [first] = factors
  if (
    first &&
    factors.length === 1 &&
    first.factor.exponent === 1 &&
    !first.factor.base.standsAlone
  )
    return null
  return { size: sizeOf(factors), end }
}

/** What makes another unit of the one before it: `mm Hg`, `pT rms/√Hz`, `mm squared`, `5 m√Hz`. */
const additions = [
  /^[\p{L}\p{N}_^°%√]/u,
  // A raised digit after a space, a divisor after a bracket: "m ²/ g", "rad (radians)/s2".
  /^ ?[⁻⁰¹²³⁴-⁹]|^ ?\([^()]*\) ?(?:\/|(?:per|pro|par) )/u,
  // "N.m", "A-turns", and a factor or a root that is none we know: "ohm*cm", "m √Hz".
  /^\.(?=\p{L})|^-(?:turns?|tours?|windingen|Windungen)(?!\p{L})|^ ?[√*·⋅]|^ ?\/ ?[\p{L}(√]/u,
  /^(?: (?!and\/)[\p{L}.-]+)? ?\/ ?[√\p{L}(]/u,
  /^[ -](?:Hg|H2O|H₂O|WC)(?!\p{L})/u,
  /^ (?:of arc|of freedom|of mercury|of water|d['’](?:arc|eau)|de mercure)(?!\p{L})/iu,
  /^ (?:squared|cubed|carrée?s?|cubes?|au carré|au cube|hoch|kwadraat)(?!\p{L})/iu,
  /^ (?:in het|im|ins|to the) (?:kwadraat|quadrat|square|cube|power|\p{L}+ power)(?!\p{L})/iu,
  // An exponent that is no longer raised: "5 mm 2".
  /^ -?[23](?![\p{L}\p{N}.,]| ?(?:[-–]|mm?|m|%))/u,
] as const

/** Whether what follows a unit may belong to it, so that it would not be read whole. */
function goesOn(text: string, end: number): boolean {
  const rest = text.slice(end, end + 40)
  if (additions.some((pattern) => pattern.test(rest))) return true
  // "N m", "W m-1 K-1", "MHz-m": a space multiplies too, and a hyphen.
  if (/^[ -]/.test(rest) && readFactor(text, end + 1)) return true
  // "s-1" is an exponent, "5 m-9 m" a range.
  const flat = /^-\d(?![\d.,]) ?/.exec(rest)?.[0]
  return flat !== undefined && !readFactor(text, end + flat.length)
}

/** "W/m·K" is divided by both to most who write it, and "W/mK" is per metre and kelvin. */
function isUnclearProduct(factors: readonly { sign: string; factor: Factor }[]): boolean {
  const division = factors.findIndex(({ sign }) => sign === '/')
  const isMixed = division >= 0 && factors.slice(division).some(({ sign }) => sign === '·')
  return isMixed || factors.some(({ sign, factor }) => sign === '/' && factor.symbol === 'mK')
}

function readJoin(text: string, at: number): { sign: string; end: number } | null {
  const match = /^(?: ?([·⋅/]) ?| (per|pro|par) )/.exec(text.slice(at, at + 6))
  if (!match) return null
  return { sign: match[1] === '·' || match[1] === '⋅' ? '·' : '/', end: at + match[0].length }
}

function sizeOf(factors: readonly { sign: string; factor: Factor }[]): Size {
  const powers = new Map<string, number>()
  let size = fraction('1')
  let symbol = ''
  for (const { sign, factor } of factors) {
    const exponent = sign === '/' ? -factor.exponent : factor.exponent
    for (let n = 0; n < Math.abs(exponent); n++) {
      size = exponent > 0 ? multiply(size, factor.size) : divide(size, factor.size)
    }
    for (const [name, power] of readPowers(factor.base.powers)) {
      powers.set(name, (powers.get(name) ?? 0) + power * exponent)
    }
    symbol += sign + factor.symbol + raised(factor.exponent)
  }
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, power]) => name + raised(power))
    .join('·')
  const offset = offsets.get(symbol)
  return { symbol, dimension, factor: size, offset: offset ? fraction(offset) : zero }
}

function readFactor(text: string, at: number): Factor | null {
  return readWord(text, at) ?? readSymbols(text, at)
}

function readSymbols(text: string, at: number): Factor | null {
  const degrees = /^(?:°|o) ?([CF])(?![\p{L}\p{N}])/u.exec(text.slice(at, at + 4))
  if (degrees) {
    const symbol = `°${degrees[1]}`
    const found = readSymbol(symbol)
    return found && { ...found, symbol, exponent: 1, end: at + degrees[0].length }
  }
  const [letters = ''] = /^[\p{L}°%‰]+/u.exec(text.slice(at, at + 12)) ?? []
  const found = readSymbol(letters)
  if (!found) return null
  const after = at + letters.length
  const written = /^(?:⁻?[¹²³⁴⁵⁶⁷⁸⁹]|\^-?\d)/.exec(text.slice(after, after + 3))?.[0] ?? ''
  // "cm3" is how a raised 3 looks once its formatting is lost; other units are not written so.
  const flat = letters.endsWith('m') ? (/^[23](?!\d)/.exec(text.slice(after))?.[0] ?? '') : ''
  const exponent = written === '' ? Number(flat || 1) : Number(lowered(written))
  return { ...found, symbol: letters, exponent, end: after + (written || flat).length }
}

function readSymbol(letters: string): { base: Base; size: Fraction } | null {
  const whole = bases.get(letters)
  if (whole) return { base: whole, size: fraction(whole.factor) }
  const [prefix = ''] = letters
  const base = bases.get(letters.slice(prefix.length))
  const power = prefixes.get(prefix)
  if (!base || power === undefined || !base.prefixes.includes(prefix)) return null
  const size = multiply(fraction(power), fraction(base.factor))
  return { base: { ...base, standsAlone: true }, size }
}

function readWord(text: string, at: number): Factor | null {
  const words =
    /^[\p{L}℃-]{1,20}(?: [\p{L}'’]{1,20}){0,2}/u.exec(text.slice(at, at + 63))?.[0] ?? ''
  for (let word = words; word !== ''; word = word.slice(0, Math.max(0, word.lastIndexOf(' ')))) {
    const symbol = unitWords.find(([pattern]) => pattern.test(word.toLowerCase()))?.[1]
    const factor = symbol !== undefined && readSymbols(symbol, 0)
    if (factor) return { ...factor, end: at + word.length }
  }
  return null
}

/** `kg m-1 s-2` as powers by name. */
function readPowers(powers: string): [string, number][] {
  return powers.split(' ').flatMap((power) => {
    const match = /^([A-Za-z-]*[A-Za-z])(-?\d)?$/.exec(power)
    return match?.[1] ? [[match[1], Number(match[2] ?? 1)]] : []
  })
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raised(exponent: number): string {
  if (exponent === 1) return ''
  return String(exponent).replaceAll(/[-\d]/g, (sign) =>
    sign === '-' ? '⁻' : (superscripts[Number(sign)] ?? ''),
  )
}

/** An exponent as it is written, raised or after ^, in plain digits. */
function lowered(written: string): string {
  return written
    .replace('^', '')
    .replaceAll('⁻', '-')
    .replaceAll(/[⁰¹²³⁴-⁹]/g, (sign) => String(superscripts.indexOf(sign)))
}

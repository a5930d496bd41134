import { readUnit } from './units.ts'

/**
 * Nouns that name what is measured, with the dimension that their amounts have. A name with an amount
 * of another dimension is that of something else: "boiling point at atmospheric **pressure** of
 * 100 °C". In Dutch and German they end compounds.
 */

const dimensioned: readonly (readonly [dimensions: string, RegExp])[] = [
  ['m s s⁻¹ degree bit', /(?:width|breedte|breite)$|^largeur$/],
  [
    'K',
    /(?:temperature|temperatuur|temperatur|température|(?:boiling|melting|flash) point|siedepunkt|schmelzpunkt|kookpunt|smeltpunt)$/,
  ],
  [
    'kg·m⁻¹·s⁻²',
    /(?:^|[ -])(?:pressure|vacuum)$|(?:druk|druck|drücke|vacuüm|vakuum)$|^(?:pression|vide)$/,
  ],
  [
    'm',
    /(?:diameter|length|thickness|height|depth|distance|radius|dikte|lengte|hoogte|diepte|afstand|dicke|länge|höhe|tiefe|abstand|durchmesser)$|^(?:diamètre|longueur|épaisseur|hauteur|profondeur|calibre|distance)$/,
  ],
  ['s⁻¹', /(?:frequency|frequentie|frequenz|fréquence)$/],
  ['kg·m²·s⁻³·A⁻¹', /(?:voltage|spanning|spannung)$/],
  ['kg', /(?:^|[ -])(?:mass|weight)$|(?:masse|massa|gewicht)$|^poids$/],
  ['s', /(?:duration|dauer|duur)$|^durée$/],
]

const others =
  /(?:accuracy|aperture|area|bandwidth|capacity|concentration|content|current|density|dose|efficiency|energy|error|flow|flux|force|gain|intensity|level|loss|noise|number|overlay|pitch|power|precision|purity|range|rate|ratio|resistance|resistivity|resolution|roughness|sensitivity|size|speed|stability|strength|stress|thrust|tolerance|torque|travel|uniformity|value|wafer|substrate|lens|disc|disk|tube|plate|velocity|volume|bereik|capaciteit|concentratie|dichtheid|gehalte|grootte|kracht|nauwkeurigheid|ruwheid|snelheid|sterkte|stroom|temperatuurbereik|vermogen|zuiverheid|auflösung|bereich|bereichs|dichte|energie|fläche|gehalt|geschwindigkeit|genauigkeit|größe|inhalt|kapazität|konzentration|kraft|leistung|moment|rate|rauheit|reichweite|reinheit|strom|volumen|weg|winkel|wert)$|^(?:capacité|concentration|débit|densité|énergie|exactitude|force|gamme|intensité|niveau|période|plage|portée|précision|pureté|puissance|rapport|résistance|résolution|rugosité|surface|taille|taux|tension|teneur|vitesse|volume)$/

/** What is the smaller the better, as an amount of error; never a share, a level or a count. */
const errors =
  /(?:accuracy|precision|uncertainty|repeatability|reproducibility|overlay|error|jitter|flatness|roughness|straightness|runout|(?<!mass |power )resolution|nauwkeurigheid|onzekerheid|herhaalbaarheid|resolutie|precisie|vlakheid|ruwheid|genauigkeit|unsicherheit|auflösung|präzision|ebenheit|rauheit|fehler|abweichung)$|^(?:précision|exactitude|incertitude|répétabilité|résolution|superposition|planéité|rugosité|risoluzione|precisione|accuratezza|incertezza|resolución|precisión|exactitud|incertidumbre)(?! de puissance| en puissance)/

const stable = /(?:stability|stabiliteit|stabilität|drift)$|^(?:stabilité|dérive)/

/** Dimensions in which an error is given; of time it is one, of stability it is how long it lasts. */
const ofErrors = new Set(['m', 'degree', 'radian', 's', 'K', 'kg·m⁻¹·s⁻²'])
const vacuum = /(?:vacuum|vacuüm|vakuum)$|^vide/

/** Whether less of a quantity is established to be better: resolution in nm, never a ratio in dB. */
export function isSmallerBetter(quantity: string | null, symbol: string, rest: string): boolean {
  const name = headOf(quantity)
  if (name === null) return false
  const dimension = dimensionOf(symbol)
  if (vacuum.test(name)) return dimension === 'kg·m⁻¹·s⁻²'
  if (stable.test(name)) return dimension === 'm' || dimension === 'K' || symbol.startsWith('pp')
  if (!errors.test(name)) return false
  if (dimension === 's⁻¹') return /frequen|fréquen/.test(name)
  return ofErrors.has(dimension ?? '') || symbol.startsWith('pp') || isOfFullScale(symbol, rest)
}

/**
 * Whether an amount is so small that what is said to be better than it can only be an error or a size that
 * is to be reached: nobody calls a range of nanometres better for being larger.
 */
export function isAlwaysError(symbol: string): boolean {
  return /^(?:[pnµ]m|Å|[nµ]rad)$/.test(symbol)
}

/** An accuracy of 99 % is a share of what is right, and 1 % **of full scale** is an error. */
function isOfFullScale(symbol: string, rest: string): boolean {
  const ofScale =
    /^ (?:of (?:the )?full[ -]scale|van het volledige? (?:schaal)?bereik|vom endwert|de la pleine échelle)(?!\p{L})/iu
  return symbol === '%' && ofScale.test(rest)
}

/** Whether a name can be that of an amount with a unit; `symbol` is empty for a plain number. */
export function fitsUnit(quantity: string, symbol: string): boolean {
  const dimension = dimensionOf(symbol)
  if (dimension === null || dimension === '' || dimension.startsWith('decibel')) return true
  const name = headOf(quantity) ?? ''
  const own = dimensioned.find(([, pattern]) => pattern.test(singular(name)))
  return !own || own[0].split(' ').includes(dimension)
}

/** Whether a name ends in a noun that is known to name what is measured. */
export function isQuantityNoun(quantity: string): boolean {
  const name = singular(headOf(quantity) ?? '')
  return others.test(name) || dimensioned.some(([, pattern]) => pattern.test(name))
}

/** Whether a name that an amount may follow is that of a thing: a wafer of 300 mm. */
export function isThing(quantity: string): boolean {
  const name = singular(headOf(quantity) ?? '')
  return /(?:wafer|substrate|lens|disc|disk|tube|plate)$/.test(name)
}

/** The words up to what they are of: "size of the particles". */
function headOf(quantity: string | null): string | null {
  const name = quantity?.toLowerCase() ?? ''
  const head = name.replace(/ (?:of|van|von|des?|du|d['’]|della?|di|del)(?: |(?<=['’])).*$/u, '')
  return head === '' ? null : head
}

function singular(name: string): string {
  return name
    .replace(/ies$/, 'y')
    .replace(
      /(?<![su])s$|(?<=(?:temperatur|frequenz|länge|tiefe|breite|höhe|dicke|leistung|spannung))e?n$/,
      '',
    )
}

function dimensionOf(symbol: string): string | null {
  return symbol === '' ? '' : (readUnit(symbol, 0)?.unit.dimension ?? null)
}

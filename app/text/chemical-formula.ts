const elements = new Set(
  (
    'H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br ' +
    'Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho ' +
    'Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es ' +
    'Fm Md No Lr'
  ).split(' '),
)

/**
 * Whether letters and figures are a chemical formula and nothing else: symbols of elements of which at
 * least one has a small letter or a figure behind it and at least two stand there, or one with a figure.
 * `CO` and `UV` may be words or abbreviations, which languages change.
 */
export function isChemicalFormula(text: string): boolean {
  const parts = text.match(/[A-Z][a-z]?\d*/g) ?? []
  if (parts.join('') !== text) return false
  const isMade = parts.every((part) => elements.has(part.replace(/\d+$/, '')))
  const hasFigure = /\d/.test(text)
  return isMade && (hasFigure || (parts.length > 1 && /[a-z]/.test(text)))
}

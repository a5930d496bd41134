/**
 * Numbers exactly as they are written: thresholds differ by one digit, and 0.1 + 0.2 must not be
 * what decides whether two controls are the same.
 */
export interface Fraction {
  readonly top: bigint
  /** Always positive. */
  readonly bottom: bigint
}

/** A decimal in plain notation (`-0.0001`), or a fraction of two (`101325/760`). */
export function fraction(text: string): Fraction {
  const [over = '', under = '1'] = text.split('/')
  return divide(decimal(over), decimal(under))
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom }
}

export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.top === 0n) throw new RangeError('division by zero')
  const sign = b.top < 0n ? -1n : 1n
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom }
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The plain notation of a decimal times a power of ten, keeping every digit that was written. */
export function shift(plain: string, power: number): string {
  const sign = plain.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = plain.slice(sign.length).split('.')
  const point = whole.length + power
  const lead = '0'.repeat(Math.max(1 - point, 0))
  const digits = (lead + whole + part).padEnd(point, '0')
  const before = digits.slice(0, Math.max(point, 1)).replace(/^0+(?=\d)/, '')
  const after = digits.slice(Math.max(point, 1))
  return sign + before + (after === '' ? '' : `.${after}`)
}

function decimal(text: string): Fraction {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) throw new SyntaxError(`not a decimal: ${text}`)
  const [, whole = '', part = ''] = match
  return { top: BigInt(whole + part), bottom: 10n ** BigInt(part.length) }
}

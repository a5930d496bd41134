/** An entry, or a point of it, as texts name them: `3B001.a.2`. */
export interface NamedPoint {
  readonly code: string
  /** The letters and numbers down to it; none for the entry as a whole. */
  readonly path: readonly string[]
}

const name = String.raw`\d[A-E]\d{3,4}(?:\.(?:[a-z]{1,2}|[ivx]{3,5}|[1-9]\d?)(?![a-z\d]))*`
const between = String.raw`\.?\s*(?:,|–|-|\band\b|\bor\b|\bto\b)\s*(?:and\s+|or\s+)?`

/** One name or several, as a pattern. */
export const namesPattern = `${name}(?:${between}${name})*`

const leading = new RegExp(String.raw`^\s*(?:for\s+the\s+purposes?\s+of\s+)?(${namesPattern})`, 'i')

/** The names that the words of a note begin with: what they speak of. */
export function leadingNames(words: string): string | null {
  return leading.exec(words)?.[1] ?? null
}

/** What names have in common: the point around all of them; null where they are of several entries. */
export function commonPoint(names: string): NamedPoint | null {
  const points = [...names.matchAll(new RegExp(name, 'g'))].map(([written]) => {
    const [code = '', ...path] = written.split('.')
    return { code, path }
  })
  const [first, ...others] = points
  if (!first || others.some(({ code }) => code !== first.code)) return null
  const end = first.path.findIndex((label, at) => others.some(({ path }) => path[at] !== label))
  return { code: first.code, path: end === -1 ? first.path : first.path.slice(0, end) }
}

/** Whether there is one name only. */
export function isOneName(names: string): boolean {
  return names.match(new RegExp(name, 'g'))?.length === 1
}

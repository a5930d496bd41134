import type { LabelKind } from '#app/word/labels.ts'

/**
 * What the sheets of styles of a paste say. The sheets themselves are not let in: what is read of them
 * is text, and only the little that is asked for goes on.
 */

/** The declarations of each class, of whatever element: Word gives a class to elements of one kind only. */
export function looksOf(sheets: readonly string[]): ReadonlyMap<string, string> {
  const looks = new Map<string, string>()
  for (const { selectors, declarations } of sheets.flatMap(rulesIn)) {
    for (const selector of selectors.split(',')) {
      const name = /^\s*[a-z\d]*\.([\w-]+)\s*$/i.exec(selector)?.[1]
      if (name !== undefined) looks.set(name, `${looks.get(name) ?? ''};${declarations}`)
    }
  }
  return looks
}

/**
 * Writes into each line what its classes say of how far inwards it stands and which list counts it,
 * before what it says itself: Word and Outlook tell levels so, and the schema sees no classes.
 */
export function tellLevels(body: Element, sheets: readonly string[]): void {
  const looks = looksOf(sheets)
  for (const line of body.querySelectorAll(
    'p[class], div[class], h1[class], h2[class], h3[class]',
  )) {
    const told = [...line.classList].flatMap((name) => levelsIn(looks.get(name) ?? ''))
    if (told.length > 0)
      line.setAttribute('style', [...told, line.getAttribute('style') ?? ''].join(';'))
  }
}

/** The value of the last of the declarations of a name in a style. */
export function declared(style: string, name: string): string | null {
  return declarationsIn(style).findLast((one) => one.name === name)?.value ?? null
}

export function declarationsIn(style: string): { name: string; value: string }[] {
  return style.split(';').flatMap((declaration) => {
    const at = declaration.indexOf(':')
    if (at === -1) return []
    const name = declaration.slice(0, at).trim().toLowerCase()
    return [{ name, value: declaration.slice(at + 1).trim() }]
  })
}

/** What the levels of lists count in, by the names that lines call them, such as `l0 level2`. */
export function countsOf(sheets: readonly string[]): ReadonlyMap<string, LabelKind> {
  const counts = new Map<string, LabelKind>()
  for (const { selectors, declarations } of sheets.flatMap(rulesIn)) {
    const [, list, level] = /^\s*@list\s+(l\d+):level(\d+)/i.exec(selectors) ?? []
    const kind = kindNamed(declared(declarations, 'mso-level-number-format') ?? '')
    if (list && level && kind) counts.set(`${list} level${level}`, kind)
  }
  return counts
}

/** What a list counts in, by a word of its style; null for none that says it. */
export function kindNamed(format: string): LabelKind | null {
  if (/alpha|latin/i.test(format)) return 'letter'
  if (/roman/i.test(format)) return 'roman'
  return /decimal|arabic/i.test(format) ? 'number' : null
}

function levelsIn(declarations: string): string[] {
  return declarationsIn(declarations)
    .filter(({ name, value }) => ofLevels.includes(name) && plainValue.test(value))
    .map(({ name, value }) => `${name}:${value}`)
}

const ofLevels = ['margin', 'margin-left', 'text-indent', 'mso-list']

/** Lengths and names: nothing that is fetched or run. */
const plainValue = /^[\w\s.%+-]{1,60}$/

function rulesIn(sheet: string): { selectors: string; declarations: string }[] {
  // What holds only on some media may not hold where it was copied.
  if (/@media/i.test(sheet)) return []
  return withoutComments(sheet)
    .split('}')
    .flatMap((rule) => {
      const parts = rule.split('{')
      const [selectors, declarations] = parts.slice(-2)
      return selectors === undefined || declarations === undefined
        ? []
        : [{ selectors, declarations }]
    })
}

/** One step for each sign: a pattern would look for the end of each comment over and over. */
function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.replaceAll(/<!--|-->/g, '').split('/*')
  const after = rest.map((part) => {
    const end = part.indexOf('*/')
    return end === -1 ? '' : part.slice(end + 2)
  })
  return [first, ...after].join('')
}

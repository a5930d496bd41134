interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * What goes when words are taken out of a line: of the spaces on both sides of them one goes too, and so
 * does one that would stand at an end of the line, behind an opening bracket, or before a sign that
 * closes. A space that keeps words together, as in "2.40 nm", is left where the other can go.
 */
export function takenOut(line: string, { from, to }: Stretch): Stretch {
  const [before, behind] = [line.slice(0, from), line.slice(to)]
  const isSpaceBefore = /\s$/.test(before)
  const isSpaceBehind = /^\s/.test(behind)
  if (isSpaceBefore && isSpaceBehind) {
    return before.endsWith(' ') || !behind.startsWith(' ')
      ? { from: from - 1, to }
      : { from, to: to + 1 }
  }
  if (isSpaceBefore && /^(?:$|[,;.:)\]])/.test(behind)) return { from: from - 1, to }
  if (isSpaceBehind && /(?:^|[([])$/.test(before)) return { from, to: to + 1 }
  return { from, to }
}

/** Charts as plain SVG: what a browser shows beside the prose, and what a text editor can read. */

export interface Line {
  title: string
  points: readonly { x: number; y: number }[]
}

export interface Chart {
  title: string
  /** With its unit. */
  xTitle: string
  yTitle: string
  lines: readonly Line[]
  /** Where and when it was measured. */
  note: string
}

const size = { width: 760, height: 420 } as const
const plot = { left: 72, right: 520, top: 56, bottom: 340 } as const
/** Told apart by shape as well as by colour; each is at least 4.5 : 1 against white. */
const looks = [
  { colour: '#004494', dash: '', mark: circle },
  { colour: '#a03b00', dash: '7 4', mark: square },
  { colour: '#0b6e4f', dash: '2 3', mark: diamond },
  { colour: '#7b1e7a', dash: '9 3 2 3', mark: circle },
] as const

export function svgOf({ title, xTitle, yTitle, lines, note }: Chart): string {
  const points = lines.flatMap((line) => line.points)
  const xAxis = axis(points.map(({ x }) => x))
  const yAxis = axis(points.map(({ y }) => y))
  const toX = (x: number) => plot.left + (x / xAxis.end) * (plot.right - plot.left)
  const toY = (y: number) => plot.bottom - (y / yAxis.end) * (plot.bottom - plot.top)
  const middle = (plot.left + plot.right) / 2
  const drawn = lines.map((line, index) => {
    const look = looks[index % looks.length] ?? looks[0]
    const places = line.points.map(({ x, y }) => [round(toX(x)), round(toY(y))] as const)
    return [
      `<polyline points="${places.map((place) => place.join(',')).join(' ')}" fill="none" stroke="${look.colour}" stroke-width="2" stroke-dasharray="${look.dash}"/>`,
      ...places.map(([x, y]) => look.mark(x, y, look.colour)),
      legend(line.title, index, look),
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="13" fill="#1b1b1b">
<title>${escaped(title)}</title>
<desc>${escaped(described(lines))}</desc>
<rect width="${size.width}" height="${size.height}" fill="#ffffff"/>
<text x="${plot.left}" y="28" font-size="16" font-weight="600">${escaped(title)}</text>
<text x="${plot.left}" y="46" fill="#4a4a4a">${escaped(yTitle)}</text>
${yAxis.ticks.map((tick) => `<line x1="${plot.left}" x2="${plot.right}" y1="${round(toY(tick))}" y2="${round(toY(tick))}" stroke="#d6d6d6"/><text x="${plot.left - 8}" y="${round(toY(tick)) + 4}" text-anchor="end">${shown(tick)}</text>`).join('\n')}
${xAxis.ticks.map((tick) => `<text x="${round(toX(tick))}" y="${plot.bottom + 20}" text-anchor="middle">${shown(tick)}</text>`).join('\n')}
<text x="${middle}" y="${plot.bottom + 42}" text-anchor="middle" fill="#4a4a4a">${escaped(xTitle)}</text>
${drawn.join('\n')}
<text x="${plot.left}" y="${size.height - 12}" font-size="11" fill="#4a4a4a">${escaped(note)}</text>
</svg>
`
}

function legend(title: string, index: number, { colour, dash, mark }: (typeof looks)[number]) {
  const x = plot.right + 16
  const y = plot.top + 8 + index * 22
  return [
    `<line x1="${x}" x2="${x + 28}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    mark(x + 14, y, colour),
    `<text x="${x + 36}" y="${y + 4}">${escaped(title)}</text>`,
  ].join('\n')
}

/** From nought to a round number above all of them, in four to eight steps. */
function axis(values: readonly number[]): { end: number; ticks: number[] } {
  const most = Math.max(...values, Number.MIN_VALUE)
  const power = 10 ** Math.floor(Math.log10(most))
  const step = [0.1, 0.2, 0.25, 0.5, 1, 2].find((part) => most / (part * power) <= 8) ?? 2
  const count = Math.ceil(most / (step * power))
  const ticks = Array.from({ length: count + 1 }, (_, tick) => tick * step * power)
  return { end: ticks.at(-1) ?? most, ticks }
}

/** The figures themselves, for who does not see the lines. */
function described(lines: readonly Line[]): string {
  return lines
    .map(({ title, points }) => {
      const figures = points.map(({ x, y }) => `${shown(x)}: ${shown(y)}`)
      return `${title}: ${figures.join('; ')}.`
    })
    .join(' ')
}

function circle(x: number, y: number, colour: string) {
  return `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`
}

function square(x: number, y: number, colour: string) {
  return `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" fill="${colour}"/>`
}

function diamond(x: number, y: number, colour: string) {
  return `<path d="M${x} ${y - 5} L${x + 5} ${y} L${x} ${y + 5} L${x - 5} ${y} Z" fill="${colour}"/>`
}

const round = (value: number) => Math.round(value * 10) / 10

/** Thousands apart, three digits that count. */
function shown(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB').replaceAll(',', '\u00a0')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

import { cpus, release, totalmem } from 'node:os'
import { contenders, type ContenderName } from './contenders.ts'
import { spreadOf, type Spread } from './statistics.ts'
import { aims, type Aim, type Figures, type Work } from './work.ts'

export interface Result {
  work: string
  server: ContenderName
  round: number
  figures: Figures
}

export interface Run {
  works: readonly Work[]
  results: readonly Result[]
  /** What was not measured, and why. */
  problems: readonly string[]
  since: Date
  /** The load average when each round began: on a busy machine times of waiting mean little. */
  load: readonly number[]
}

/** Medians and ranges over the rounds, and how far the aims are reached. */
export function summaryOf({ works, results, problems, since, load }: Run) {
  return {
    at: since.toISOString(),
    machine: machine(),
    load,
    works: works.flatMap(({ key, title }) => {
      const ofWork = results.filter(({ work }) => work === key)
      if (ofWork.length === 0) return []
      const servers = contenders.flatMap(({ name, title }) => {
        const figures = figuresOf(ofWork.filter(({ server }) => server === name))
        return Object.keys(figures).length > 0 ? [{ name, title, figures }] : []
      })
      return [{ key, title, servers }]
    }),
    aims: aims.flatMap((aim) => {
      const reached = reachedOf(aim, results)
      return reached ? [{ ...aim, ...reached, isReached: reached.median <= aim.atMost }] : []
    }),
    problems,
    rounds: results,
  }
}

export type Summary = ReturnType<typeof summaryOf>

function machine() {
  const [cpu] = cpus()
  return {
    processors: `${cpus().length} × ${cpu?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${process.platform} ${release()}`,
    node: process.version,
  }
}

function figuresOf(results: readonly Result[]): Record<string, Spread> {
  const names = new Set(results.flatMap(({ figures }) => Object.keys(figures)))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      spreadOf(results.flatMap(({ figures }) => figures[name] ?? [])),
    ]),
  )
}

/** The ratio is taken in each round, where both stood on the machine as it was, and then its median. */
function reachedOf({ work, figure, against }: Aim, results: readonly Result[]): Spread | null {
  const at = (server: ContenderName, round: number) =>
    results.find(
      (result) => result.work === work && result.server === server && result.round === round,
    )?.figures[figure]
  const rounds = [...new Set(results.map(({ round }) => round))]
  const values = rounds.flatMap((round) => {
    const own = at('concert', round)
    const other = against === null ? 1 : at(against, round)
    return own === undefined || other === undefined ? [] : [own / other]
  })
  return values.length > 0 ? spreadOf(values) : null
}

export function asMarkdown(summary: Summary): string {
  const { processors, memory, system, node } = summary.machine
  const parts = [
    `Measured from ${summary.at} on ${processors}, ${memory}, ${system}, Node ${node}. ` +
      `Processes that wanted to run, averaged over a minute, at the beginning of each round: ${summary.load.map(short).join(', ')}.`,
  ]
  for (const { key, title, servers } of summary.works) {
    const names = [...new Set(servers.flatMap(({ figures }) => Object.keys(figures)))]
    parts.push(
      `### ${key}: ${title}`,
      table(
        ['', ...names],
        servers.map(({ title, figures }) => [title, ...names.map((name) => shown(figures[name]))]),
      ),
    )
  }
  const titleOf = (name: ContenderName) =>
    contenders.find((contender) => contender.name === name)?.title ?? name
  parts.push(
    '### Aims',
    table(
      ['work', 'figure', 'Concert to', 'at most', 'median (range)', 'reached'],
      summary.aims.map(({ work, figure, against, atMost, isReached, ...spread }) => [
        work,
        figure,
        against === null ? 'itself' : titleOf(against),
        String(atMost),
        shown(spread),
        isReached ? 'yes' : 'no',
      ]),
    ),
  )
  if (summary.problems.length > 0) {
    parts.push('### Not measured', summary.problems.join('\n\n'))
  }
  return parts.join('\n\n')
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function shown(spread: Spread | undefined): string {
  if (!spread) return '–'
  const { median, least, most } = spread
  return `${short(median)} (${short(least)}–${short(most)})`
}

/** Three digits that count; never rounded up or down by more than that. */
function short(value: number): string {
  return Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}

/**
 * How cost grows, as SVG under docs/pictures: `npm run bench:curves [-- --only documents] [--quick]`.
 * Concert and Hocuspocus in its default, measured once each, the one after the other at every point.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { contenders, type Contender, type Running } from './contenders.ts'
import { writeLongText } from './long-text.ts'
import { setStage } from './stage.ts'
import { percentile } from './statistics.ts'
import { svgOf, type Line } from './svg-chart.ts'
import { paragraphs } from './texts.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
const compared = contenders.filter(({ name }) => name === 'concert' || name === 'hocuspocus')
const seconds = values.quick ? 1 : 5
const today = new Date().toISOString().slice(0, 10)
const note = `Measured ${today} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, by npm run bench:curves.`

const stage = await setStage()
const { crowd } = stage

/** What is noted of one server at one place of the horizontal axis, by the name of the chart. */
type Noted = Record<string, number>

const curves: Record<string, () => Promise<void>> = {
  async clients() {
    const counts = [10, 50, 100, 200]
    const lines = await along(counts, async (running, clients) => {
      await openOne(running, clients)
      const cpu = await typed(running, 1, 10)
      const { latencies } = await crowd.latencies()
      return {
        p50: percentile(latencies, 0.5),
        p99: percentile(latencies, 0.99),
        cpu: cpu / seconds,
      }
    })
    const xTitle = 'clients in one document, one types 10 times a second'
    draw('clients-latency', 'Until others see an edit', xTitle, 'milliseconds', [
      ...named(lines('p50'), 'p50'),
      ...named(lines('p99'), 'p99'),
    ])
    draw('clients-cpu', 'Processor of the server', xTitle, 'ms a second', lines('cpu'))
  },
  async edits() {
    const lines = await along([5, 10, 25, 50], async (running, each) => {
      await openOne(running, 20)
      const cpu = await typed(running, 20, each)
      const { latencies } = await crowd.latencies()
      return { p50: percentile(latencies, 0.5), cpu: cpu / seconds }
    })
    const xTitle = 'edits a second of each of 20 clients in one document'
    draw('edits-latency', 'Until others see an edit, p50', xTitle, 'milliseconds', lines('p50'))
    draw('edits-cpu', 'Processor of the server', xTitle, 'ms a second', lines('cpu'))
  },
  async documents() {
    const lines = await along([25, 50, 100, 200], async (running, count) => {
      const added = await running.newDocuments(count)
      await crowd.open(
        added.flatMap((documentId, index) =>
          [0, 1, 2].map((place) => running.task(documentId, index * 3 + place)),
        ),
      )
      await crowd.type(count * 3, 1, 2)
      const cpu = await typed(running, count * 3, 1)
      const { rss, live } = await running.memory()
      return { cpu: cpu / seconds, rss: rss / 2 ** 20, live: live / 2 ** 20 }
    })
    const xTitle = 'open documents, 3 clients each, each types once a second'
    draw('documents-memory', 'Memory of the server', xTitle, 'MB after a collection of garbage', [
      ...named(lines('rss'), 'RSS'),
      ...named(lines('live'), 'live'),
    ])
    draw('documents-cpu', 'Processor of the server', xTitle, 'ms a second', lines('cpu'))
  },
  async log() {
    const lengths = values.quick ? [1_000, 5_000] : [1_000, 65_000, 130_000, 260_000]
    const texts = new Map(lengths.map((length) => [length, writeLongText(length)]))
    const lines = await along(lengths, async (running, length, restart) => {
      const text = texts.get(length)
      if (!text) throw new Error('not written')
      const documentId = await running.storeLongText(text)
      const fresh = await restart()
      return { applied: (await crowd.load(fresh.task(documentId, 0), text)).applied }
    })
    const xTitle = 'edits in the past of the document, server just started'
    draw(
      'log-open',
      'From connecting until the text is there',
      xTitle,
      'milliseconds',
      lines('applied'),
    )
  },
}

for (const [name, measure] of Object.entries(curves)) {
  if (!values.only || values.only.split(',').includes(name)) await measure()
}
await stage.close()

async function along(
  places: readonly number[],
  measure: (running: Running, place: number, restart: () => Promise<Running>) => Promise<Noted>,
): Promise<(name: string) => Line[]> {
  const noted = new Map<Contender, { x: number; noted: Noted }[]>()
  for (const x of places) {
    for (const contender of compared) {
      const started: Running[] = []
      const start = async () => {
        for (const running of started) await running.end('SIGTERM')
        const running = await contender.start(stage, paragraphs(40))
        started.push(running)
        return running
      }
      const figures = await measure(await start(), x, start)
      console.error(contender.title, x, figures)
      noted.set(contender, [...(noted.get(contender) ?? []), { x, noted: figures }])
      await crowd.close()
      for (const running of started) await running.end('SIGTERM')
    }
  }
  return (name) =>
    [...noted].map(([{ title }, points]) => ({
      title,
      points: points.map(({ x, noted }) => ({ x, y: noted[name] ?? Number.NaN })),
    }))
}

async function openOne(running: Running, clients: number) {
  const [documentId = ''] = await running.newDocuments(1)
  await crowd.open(Array.from({ length: clients }, (_, place) => running.task(documentId, place)))
  await crowd.type(1, 10, 1)
}

/** Milliseconds of processor time of the server while so many type. */
async function typed(running: Running, typists: number, perSecond: number): Promise<number> {
  await crowd.quiet(500)
  await crowd.forget()
  const before = await running.cpu()
  await crowd.type(typists, perSecond, seconds)
  await crowd.quiet(500)
  return (await running.cpu()).server - before.server
}

function named(lines: readonly Line[], suffix: string): Line[] {
  return lines.map((line) => ({ ...line, title: `${line.title}, ${suffix}` }))
}

function draw(name: string, title: string, xTitle: string, yTitle: string, lines: Line[]) {
  const file = path.join(pictures, `bench-${name}.svg`)
  writeFileSync(file, svgOf({ title, xTitle, yTitle, lines, note }))
  console.error(file)
}

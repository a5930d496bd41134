import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces'
import { refuse, type Result } from '#app/measures/refusals.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { oneByOne } from '#app/one-by-one.ts'
import type { PaperHead } from '#app/paper/head.ts'
import { pdfThread } from './pdf-thread.ts'

/** Roboto comes with the library, with Latin, Greek and Cyrillic letters and the signs of thresholds. */
const library = createRequire(import.meta.url).resolve('pdfmake')
const fonts = path.join(path.dirname(library), '../fonts/Roboto')

export const colours = {
  blue: '#003776',
  grey: '#515560',
  green: '#0a6640',
  red: '#8a1f11',
} as const

interface Pdf {
  readonly head: PaperHead
  readonly isLandscape?: boolean
  readonly content: readonly Content[]
}

/** Longer nobody waits, and more memory no paper of ours takes. */
const limits = {
  milliseconds: 60_000,
  memory: { maxOldGenerationSizeMb: 512 },
  waiting: 20,
} as const

export type MadePdf = Result<{ bytes: Uint8Array }>

/** Makes PDF files in a thread of their own; one after the other, as memory is for one. */
export function openPdfWriter(most: number) {
  const inTurn = oneByOne(most)
  return async (words: LocaleFormat, pdf: Pdf): Promise<MadePdf> => {
    const made = inTurn(() => inThread(partsOf(words, pdf)))
    return made ? { ok: true, bytes: await made } : refuse('papers-waiting')
  }
}

export const writePdf = openPdfWriter(limits.waiting)

function inThread(parts: ReturnType<typeof partsOf>): Promise<Uint8Array> {
  const worker = new Worker(pdfThread, {
    eval: true,
    workerData: { library, fonts, ...parts },
    resourceLimits: limits.memory,
    env: {},
  })
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the PDF took too long')), limits.milliseconds)
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('the thread ended without a PDF'))
    })
  }).finally(() => worker.terminate())
}

/** Plain data: a thread is given no functions. */
function partsOf({ t }: LocaleFormat, { head, isLandscape = false, content }: Pdf) {
  const onEach = { fontSize: 8, color: colours.grey }
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: isLandscape ? 'landscape' : 'portrait',
    pageMargins: [56, 68, 56, 50],
    info: { title: drawable(`${head.reference} ${head.title}`), creator: t('shell.portal-name') },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.15 },
    content: [...headOf(head), ...content],
  }
  const header = {
    ...onEach,
    margin: [56, 26, 56, 0],
    columns: [
      drawn([
        { text: head.reference, bold: true },
        { text: `  ${head.name}` },
        { text: head.marking ? `\n${head.marking}` : '', bold: true },
      ]),
      { text: head.date, alignment: 'right', width: 'auto' },
    ],
  }
  const footer = {
    ...onEach,
    margin: [56, 14, 56, 0],
    columns: [
      { text: t('paper.not-authentic') },
      /** The thread puts the number of the page here. */
      { text: '', alignment: 'right', width: 'auto' },
    ],
  }
  return { definition, header, footer }
}

function headOf({ reference, title, name, facts, marking }: PaperHead): Content[] {
  return [
    { text: drawable(title), fontSize: 17, bold: true, color: colours.blue, margin: [0, 0, 0, 4] },
    { text: drawable(`${reference}. ${name}`), bold: true, margin: [0, 0, 0, 4] },
    ...facts.map((fact) => ({
      text: drawable(fact),
      italics: true,
      color: colours.grey,
      margin: [0, 0, 0, 3] as [number, number, number, number],
    })),
    ...(marking ? [{ text: marking, bold: true, color: colours.red }] : []),
  ]
}

/** Runs of text as one paragraph. */
export function drawn(runs: readonly ContentText[]): ContentText {
  return {
    text: runs.map((run) => ({
      ...run,
      text: typeof run.text === 'string' ? drawable(run.text) : run.text,
    })),
  }
}

/** The few signs that texts of ours have and the font has not, as others that say the same. */
export function drawable(text: string): string {
  return text.replaceAll(/[\u202f\u2219\u2103←→↔]/g, (sign) => substitutes.get(sign) ?? sign)
}

const substitutes = new Map([
  ['\u202f', '\u00a0'],
  ['\u2219', '·'],
  ['\u2103', '°C'],
  ['←', '<-'],
  ['→', '->'],
  ['↔', '<->'],
])

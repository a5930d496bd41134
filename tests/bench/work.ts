import type { Content } from '../../app/text/content.ts'
import type { Contender, ContenderName, Running } from './contenders.ts'
import type { Stage } from './stage.ts'

/** What one server used or took in one round, by what it is called in the report. */
export type Figures = Readonly<Record<string, number>>

export interface Trial {
  stage: Stage
  contender: Contender
  /** Starts the server; the bench ends it. `text` is what its new documents begin with. */
  start(text: Content): Promise<Running>
  /** How many rounds there are yet, this one among them, for what is counted over all of them. */
  roundsLeft: number
  /** For trying the bench itself: a fraction of the work, figures that mean nothing. */
  isQuick: boolean
}

/** A row of the report: what is done to every server, and what is noted of it. */
export interface Work {
  key: string
  title: string
  isFor(contender: Contender): boolean
  measure(trial: Trial): Promise<Figures>
}

/** What Concert is to reach: a figure of its own, or its ratio to another's. */
export interface Aim {
  work: string
  figure: string
  /** The server whose figure Concert's is divided by; null for the figure itself. */
  against: ContenderName | null
  atMost: number
}

const hocuspocus = 'hocuspocus'

export const aims: readonly Aim[] = [
  { work: 'W1', figure: 'seen p50 (ms)', against: hocuspocus, atMost: 1.5 },
  { work: 'W1', figure: 'seen p99 (ms)', against: 'socket-io-relay', atMost: 1.2 },
  { work: 'W2', figure: 'server CPU per delivered update (µs)', against: hocuspocus, atMost: 0.7 },
  {
    work: 'W2',
    figure: 'server CPU per delivered update (µs)',
    against: 'hocuspocus-0',
    atMost: 0.4,
  },
  { work: 'W2', figure: 'with its database (µs)', against: hocuspocus, atMost: 0.7 },
  { work: 'W2', figure: 'with its database (µs)', against: 'hocuspocus-0', atMost: 0.4 },
  { work: 'W2', figure: 'last edit durable after (ms)', against: null, atMost: 20 },
  { work: 'W3', figure: 'RSS per open document (KB)', against: hocuspocus, atMost: 1 },
  { work: 'W3', figure: 'live memory per open document (KB)', against: hocuspocus, atMost: 1 },
  { work: 'W3', figure: 'server CPU (ms)', against: hocuspocus, atMost: 1 },
  { work: 'W3', figure: 'with its database (ms)', against: hocuspocus, atMost: 1 },
  { work: 'W4', figure: 'text there after (ms)', against: hocuspocus, atMost: 0.5 },
  { work: 'W5', figure: 'acknowledged and lost (edits)', against: null, atMost: 0 },
  { work: 'W5', figure: 'acknowledged p50 (ms)', against: null, atMost: 5 },
  { work: 'W5', figure: 'acknowledged p99 (ms)', against: null, atMost: 15 },
  { work: 'W6', figure: 'on screens p95 (ms)', against: null, atMost: 300 },
  { work: 'W6', figure: 'missing', against: null, atMost: 0 },
  { work: 'W6', figure: 'doubled', against: null, atMost: 0 },
  {
    work: 'W6',
    figure: 'screens that hold something else than the page',
    against: null,
    atMost: 0,
  },
]

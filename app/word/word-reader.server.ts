import { Worker } from 'node:worker_threads'
import { oneByOne } from '#app/one-by-one.ts'
import { archiveLimits } from './archive.ts'
import type { ContentOptions } from './content.ts'
import type { ReadWord } from './read-word.ts'

/**
 * Reads Word documents in a thread of its own for each, so that the pages and texts of others go on.
 * What is hostile is refused by the sizes that the reader judges; time and memory here are for what
 * nobody thought of. One is read at a time: many at once would take the memory of many.
 */
export type WordReader = (bytes: Uint8Array, options: ContentOptions) => Promise<ReadWord>

/** The thread's code, as a file of the build or as a text of CommonJS. */
export type WorkerSource = URL | string

const limits = {
  milliseconds: 10_000,
  /** Beside the bytes as sent and as unpacked, which the archive bounds. */
  memory: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 24, stackSizeMb: 4 },
  waiting: 20,
} as const

export function openWordReader(
  source: WorkerSource,
  report: (error: unknown) => void = () => {},
): WordReader {
  const inTurn = oneByOne(limits.waiting)
  return async (bytes, options) => {
    // What waits is kept in memory until its turn comes.
    if (bytes.length > archiveLimits.packed) return { ok: false, reason: 'word-too-large' }
    const read = inTurn(() => readInWorker(source, bytes, options, report))
    return read ?? { ok: false, reason: 'word-took-too-long' }
  }
}

function readInWorker(
  source: WorkerSource,
  bytes: Uint8Array,
  options: ContentOptions,
  report: (error: unknown) => void,
): Promise<ReadWord> {
  const worker = new Worker(source, {
    eval: typeof source === 'string',
    workerData: { bytes, options },
    resourceLimits: limits.memory,
    // Nothing of ours is in its environment, and it prints nothing.
    env: {},
    stdout: true,
    stderr: true,
  })
  return new Promise((resolve) => {
    const end = (result: ReadWord) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    const timer = setTimeout(end, limits.milliseconds, {
      ok: false,
      reason: 'word-took-too-long',
    })
    worker.once('message', end)
    worker.once('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      // A document that our own code stumbles over is refused; that it did is our fault and told.
      if (!isMemory) report(error)
      end({ ok: false, reason: isMemory ? 'word-too-large' : 'word-damaged' })
    })
    worker.once('exit', () => end({ ok: false, reason: 'word-damaged' }))
  })
}

/** The thread that reads one Word document and ends. It knows nothing but the bytes that it was given. */
import { parentPort, workerData } from 'node:worker_threads'
import type { ContentOptions } from './content.ts'
import { readWord } from './read-word.ts'

const { bytes, options } = workerData as { bytes: Uint8Array; options: ContentOptions }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
parentPort?.postMessage(readWord(bytes, options))

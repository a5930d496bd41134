import { fileURLToPath } from 'node:url'

/** The thread's code made from the sources, for development and tests; the build has it as a file. */
export async function bundledWorker(): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: ['app/word/worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    logLevel: 'warning',
  })
  const [made] = outputFiles
  if (!made) throw new Error('the worker was not bundled')
  return made.text
}

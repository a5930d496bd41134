/** Builds unless the build is that of these sources; `say` is told that it builds. */
export function ensureBuilt(say: (line: string) => void): Promise<void>

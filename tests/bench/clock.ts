/** Milliseconds on the clock that all processes of one machine share; only differences mean something. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

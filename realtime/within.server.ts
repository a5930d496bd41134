/** What is waited for, or a failure when it takes longer than `ms`; the work itself goes on. */
export function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    // A bare timer: this stands around every commit, and signals and their errors cost more than it.
    const late = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
    void work.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

/** The stable address of an entry in the public register. */
export function entryAddress(issuer: string, key: string): string {
  return `/register/${issuer}/${encodeURIComponent(key)}`
}

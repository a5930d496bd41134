/** Pages that lead nowhere after signing in, or round and round. */
const notToReturnTo = /^\/(sign-in|sign-out|auth|invitations)(\/|$)/

/**
 * Where to go after signing in: a path on our own origin, whatever was asked for. Browsers read
 * `\` as `/`, drop tabs and line breaks, and take `//` for another host; what would become one of
 * these after decoding is refused as well, because a proxy on the way may decode.
 */
export function returnAddress(asked: unknown, otherwise = '/home'): string {
  if (typeof asked !== 'string' || asked.length > 2000) return otherwise
  if (!staysHere(asked)) return otherwise
  // A base that no page has: an address that leaves it is seen.
  const base = 'https://own-origin.invalid'
  const { origin, pathname, search, hash } = new URL(asked, base)
  const address = pathname + search + hash
  if (origin !== base || !staysHere(pathname) || notToReturnTo.test(pathname)) return otherwise
  return address
}

/** One slash and then a word, however often it is decoded. */
function staysHere(address: string): boolean {
  let path = address.split(/[?#]/, 1)[0] ?? ''
  for (let round = 0; round < 5; round++) {
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (!/^\/(?![/\\])/.test(path) || /[\\\u0000-\u0020\u007f]|\/\//.test(path)) return false
    const decoded = decode(path)
    if (decoded === null) return false
    if (decoded === path) return true
    path = decoded
  }
  return false
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

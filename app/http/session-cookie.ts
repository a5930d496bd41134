/**
 * The cookie that holds a session's token. Over HTTPS its name begins with `__Host-`, so that no
 * other host of the domain can set it; browsers refuse that name on http://localhost, where the
 * demonstration runs.
 */
export interface SessionCookie {
  /** The token in a Cookie header; null when there is none, or more than one. */
  read(header: string | null | undefined): string | null
  /** The Set-Cookie header that keeps a token until the browser is closed. */
  keep(token: string): string
  /** The Set-Cookie header that removes it. */
  remove(): string
}

/** `origin`: where people reach us, such as `https://concert.example.eu`. */
export function sessionCookie(origin: string): SessionCookie {
  return cookieNamed('concert', origin)
}

/** Ties the answer of the identity provider to the browser that asked. Lives ten minutes. */
export function attemptCookie(origin: string): SessionCookie {
  return cookieNamed('concert-sign-in', origin, 600)
}

function cookieNamed(plain: string, origin: string, seconds?: number): SessionCookie {
  const isSecure = origin.startsWith('https:')
  const name = isSecure ? `__Host-${plain}` : plain
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    read(header) {
      const values = (header ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name}=`))
        .map((pair) => pair.slice(name.length + 1))
      return values.length === 1 ? (values[0] ?? null) : null
    },
    keep: (token) =>
      `${name}=${token}; ${attributes}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`,
    remove: () => `${name}=; ${attributes}; Max-Age=0`,
  }
}

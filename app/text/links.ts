/** Longest address that a link may hold, in characters. */
export const maxLinkLength = 2000

/**
 * Whether an address may stand in a text: `https:`, `mailto:`, or a path of this portal. A path
 * that a browser would read as another host (`//host`, `/\host`) is refused, and so are white
 * space and control characters, which browsers drop before they read the scheme.
 */
export function isSafeLink(href: string): boolean {
  if (href.length > maxLinkLength || /[\p{Cc}\s]/u.test(href)) return false
  if (/^\/(?![/\\])/.test(href)) return true
  if (/^mailto:[^@]+@[^@]+$/i.test(href)) return true
  if (!/^https:\/\/[^/\\]/i.test(href)) return false
  return URL.canParse(href)
}

import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Site } from './host.server.ts'

declare global {
  namespace Express {
    interface Locals {
      nonce: string
    }
  }
}

interface Options {
  /** Vite sets its own styles and evaluates modules while one develops. */
  isDevelopment: boolean
  /** Where a form of ours may lead besides ourselves: the identity provider. */
  formTargets: string[]
}

/** Nothing runs here that is not ours and marked for this answer. */
export function securityHeaders(
  site: Site,
  { isDevelopment, formTargets }: Options,
): RequestHandler[] {
  const isSecure = site.origins[0].startsWith('https:')
  // Browsers of before 2022 do not count sockets as ours by 'self'; a policy knows no IPv6 address.
  const sockets = site.origins
    .filter((origin) => !origin.includes('['))
    .map((origin) => origin.replace(/^http/, 'ws'))
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64')
      response.setHeader(
        'Permissions-Policy',
        'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      )
      next()
    },
    (request, response, next) => {
      const ownOrNonce = ["'self'", `'nonce-${response.locals.nonce}'`]
      const styles = isDevelopment ? ["'self'", "'unsafe-inline'"] : ownOrNonce
      return helmet({
        contentSecurityPolicy: {
          useDefaults: false,
          directives: {
            defaultSrc: ["'none'"],
            scriptSrc: ownOrNonce,
            styleSrc: styles,
            styleSrcElem: styles,
            // Component libraries render style attributes.
            styleSrcAttr: ["'unsafe-inline'"],
            imgSrc: ["'self'", 'data:'],
            fontSrc: ["'self'"],
            connectSrc: ["'self'", ...sockets],
            manifestSrc: ["'self'"],
            formAction: ["'self'", ...formTargets],
            frameAncestors: ["'none'"],
            baseUri: ["'none'"],
            ...(isSecure && { upgradeInsecureRequests: [] }),
          },
        },
        strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
        // With no-referrer, browsers send `Origin: null` with our own forms.
        referrerPolicy: { policy: 'same-origin' },
        xFrameOptions: { action: 'deny' },
      })(request, response, next)
    },
  ]
}

/**
 * The oldest versions that we may lock, and why. `npm audit` cannot be asked from here, so each
 * advisory that concerns something we install is written down when it is learnt of.
 */
export interface Minimum {
  package: string
  /** The first mended version of each line that is still maintained: 0.1.13 and 8.4.0. */
  mended: readonly string[]
  advisory: string
  /** Copies below it that stay, each with the reason why what is wrong with it cannot be reached. */
  accepted?: Readonly<Record<string, string>>
}

const buildTool = 'builds only, of our own sources; its server is never started'

export const minimums: readonly Minimum[] = [
  // What answers requests.
  {
    package: '@remix-run/express',
    mended: ['2.16.3'],
    advisory: 'CVE-2025-31137: the address taken from Host',
  },
  {
    package: '@remix-run/node',
    mended: ['2.17.2'],
    advisory: 'CVE-2025-61686: paths out of the session folder',
  },
  {
    package: '@remix-run/react',
    mended: ['2.17.4'],
    advisory: 'GHSA-8v8x-cx79-35w7: script through ScrollRestoration',
  },
  {
    package: '@remix-run/server-runtime',
    mended: ['2.17.3'],
    advisory: 'CVE-2026-22030: forged posts to pages',
  },
  {
    package: '@remix-run/router',
    mended: ['1.23.4'],
    advisory: 'CVE-2026-22029, GHSA-jjmj-jmhj-qwj2: redirects that run scripts',
  },
  {
    package: 'react-router',
    mended: ['6.30.6'],
    advisory: 'GHSA-jjmj-jmhj-qwj2: redirects that run scripts',
  },
  {
    package: 'react-router-dom',
    mended: ['6.30.6'],
    advisory: 'GHSA-jjmj-jmhj-qwj2: redirects that run scripts',
  },
  {
    package: 'express',
    mended: ['4.20.0', '5.0.0'],
    advisory: 'CVE-2024-43796: script through redirects',
  },
  {
    package: 'body-parser',
    mended: ['1.20.3', '2.2.1'],
    advisory: 'CVE-2024-45590, CVE-2025-13466: many parameters stop the process',
  },
  {
    package: 'path-to-regexp',
    mended: ['0.1.13', '8.4.0'],
    advisory: 'CVE-2024-45296, CVE-2026-4867: slow expressions',
  },
  {
    package: 'qs',
    mended: ['6.16.0'],
    advisory: 'CVE-2026-82417, CVE-2026-82562: limits that are passed by',
  },
  {
    package: 'send',
    mended: ['0.19.0', '1.1.0'],
    advisory: 'CVE-2024-43799: script through redirects',
  },
  {
    package: 'serve-static',
    mended: ['1.16.0', '2.1.0'],
    advisory: 'CVE-2024-43800: script through redirects',
  },
  { package: 'cookie', mended: ['0.7.0'], advisory: 'CVE-2024-47764: fields out of bounds' },
  {
    package: 'on-headers',
    mended: ['1.1.0'],
    advisory: 'CVE-2025-7339: headers of another response',
  },
  {
    package: 'socket.io',
    mended: ['4.6.2'],
    advisory: 'CVE-2024-38355: a packet ends the process',
  },
  {
    package: 'socket.io-parser',
    mended: ['4.2.7'],
    advisory: 'CVE-2026-33151, CVE-2026-69185: memory without bound',
  },
  {
    package: 'engine.io',
    mended: ['6.6.7'],
    advisory: 'CVE-2026-59725: a request ends the process',
  },
  {
    package: 'ws',
    mended: ['7.5.11', '8.21.0'],
    advisory: 'CVE-2026-45736, CVE-2026-48779: memory disclosed, memory without bound',
  },
  {
    package: 'drizzle-orm',
    mended: ['0.45.2'],
    advisory: 'CVE-2026-39356: statements through names',
  },
  {
    package: 'nodemailer',
    mended: ['9.0.1'],
    advisory: 'GHSA-p6gq-j5cr-w38f and five before it: files read, headers injected',
  },
  {
    package: 'undici',
    mended: ['6.24.0'],
    advisory: 'CVE-2026-1525, CVE-2026-1526: smuggling, memory without bound',
  },
  {
    package: 'jose',
    mended: ['4.15.5', '5.0.0'],
    advisory: 'CVE-2024-28176: memory through compression',
  },

  // What builds the pages.
  {
    package: 'vite',
    mended: ['6.4.3'],
    advisory: 'CVE-2026-39363, CVE-2026-39364, CVE-2026-53571: files out of the dev server',
    accepted: { '5.4.21': buildTool },
  },
  {
    package: 'esbuild',
    mended: ['0.28.1'],
    advisory: 'GHSA-67mh-4wv8-2f99, GHSA-g7r4-m6w7-qqqr: other sites read its server',
    accepted: {
      '0.17.6': buildTool,
      '0.18.20': buildTool,
      '0.19.12': buildTool,
      '0.21.5': buildTool,
      '0.25.12': buildTool,
    },
  },
  {
    package: 'rollup',
    mended: ['4.59.0'],
    advisory: 'CVE-2024-47068, CVE-2026-27606: scripts, paths out of the folder',
  },
  {
    package: 'postcss',
    mended: ['8.5.23'],
    advisory: 'CVE-2026-41305, CVE-2026-45623, CVE-2026-73646: files read through maps',
  },
  {
    package: 'nanoid',
    mended: ['3.3.8', '5.0.9'],
    advisory: 'CVE-2024-55565: ids that can be foreseen',
  },
  { package: 'cross-spawn', mended: ['7.0.5'], advisory: 'CVE-2024-21538: slow expressions' },
  { package: 'braces', mended: ['3.0.3'], advisory: 'CVE-2024-4068: memory without bound' },
  {
    package: 'brace-expansion',
    mended: ['1.1.12', '2.0.2'],
    advisory: 'CVE-2025-5889: slow expressions',
  },
  {
    package: 'glob',
    mended: ['10.5.0', '11.1.0'],
    advisory: 'CVE-2025-64756: commands through names',
  },
  {
    package: 'semver',
    mended: ['5.7.2', '6.3.1', '7.5.2'],
    advisory: 'CVE-2022-25883: slow expressions',
  },
  {
    package: '@babel/helpers',
    mended: ['7.26.10'],
    advisory: 'CVE-2025-27789: slow expressions in output',
  },
  {
    package: '@babel/traverse',
    mended: ['7.23.2'],
    advisory: 'CVE-2023-45133: sources that run while they are built',
  },
  {
    package: 'estree-util-value-to-estree',
    mended: ['3.3.3'],
    advisory: 'CVE-2025-32014: names of the prototype',
    accepted: { '1.3.0': 'comes with MDX, which we do not write' },
  },
  {
    package: 'mdast-util-to-hast',
    mended: ['13.2.1'],
    advisory: 'CVE-2025-66400: classes out of Markdown',
    accepted: { '12.3.0': 'comes with MDX, which we do not write' },
  },
  { package: 'valibot', mended: ['1.2.0'], advisory: 'CVE-2025-66020: slow expressions' },
  {
    package: 'tar',
    mended: ['7.5.3'],
    advisory: 'CVE-2026-23745: links out of the folder',
    accepted: { '6.2.1': 'comes with a cache of the build tool that is never filled' },
  },
  {
    package: 'tar-fs',
    mended: ['2.1.4', '3.1.1'],
    advisory: 'CVE-2025-59343: links out of the folder',
  },
  { package: 'lodash', mended: ['4.17.23'], advisory: 'CVE-2025-13465: names of the prototype' },

  // What tests.
  { package: 'vitest', mended: ['3.0.5'], advisory: 'CVE-2025-24964: other sites run commands' },
  {
    package: 'happy-dom',
    mended: ['20.0.2'],
    advisory: 'CVE-2025-61927, CVE-2025-62410: pages leave their sandbox',
  },
  {
    package: 'playwright-core',
    mended: ['1.55.1'],
    advisory: 'CVE-2025-59288: unverified downloads',
  },
  { package: 'koa', mended: ['2.16.2', '3.0.1'], advisory: 'CVE-2025-54420: redirects elsewhere' },
  {
    package: 'js-yaml',
    mended: ['3.14.2', '4.1.1'],
    advisory: 'CVE-2025-64718: names of the prototype',
  },
]

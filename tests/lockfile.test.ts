import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { minimums, type Minimum } from './lockfile-minimums.ts'

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        resolved: z.string().optional(),
        integrity: z.string().optional(),
        link: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')))

const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.split('node_modules/').at(-1) ?? '', path, ...entry }))

describe('the lock', () => {
  test.each(minimums)('holds no $package below $mended', (minimum) => {
    const locked = installed.filter(({ name }) => name === minimum.package)
    // A package that has gone takes its line with it.
    expect(locked).not.toEqual([])
    const versions = locked.map(({ version = '' }) => version)
    expect(versions.filter((version) => !isMended(version, minimum))).toEqual([])
    expect(Object.keys(minimum.accepted ?? {}).filter((old) => !versions.includes(old))).toEqual([])
  })

  test('says what each package must be, and takes none from beside the registry', () => {
    const loose = installed.filter(
      ({ resolved, integrity, link }) =>
        link ||
        !integrity?.startsWith('sha512-') ||
        (resolved && !resolved.startsWith('https://registry.npmjs.org/')),
    )
    expect(loose.map(({ path }) => path)).toEqual([])
  })

  test('asks for exact versions', () => {
    const manifest = z
      .object({
        dependencies: z.record(z.string(), z.string()),
        devDependencies: z.record(z.string(), z.string()),
      })
      .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')))
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(
      asked.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([])
  })
})

/** At or above the mended version of its own line, or above the newest line that needed mending. */
function isMended(version: string, { mended, accepted }: Minimum): boolean {
  if (accepted && version in accepted) return true
  const line = mended.find((each) => lineOf(each) === lineOf(version))
  const newest = mended.at(-1) ?? ''
  return line ? isAtLeast(version, line) : isAtLeast(version, newest)
}

/** Versions of one line replace one another: 5.x, or 0.45.x. */
function lineOf(version: string): string {
  const [major = '', minor = ''] = version.split('.')
  return major === '0' ? `0.${minor}` : major
}

function isAtLeast(version: string, least: string): boolean {
  const parts = (text: string) => text.replace(/-.*/, '').split('.').map(Number)
  const [left, right] = [parts(version), parts(least)]
  const at = left.findIndex((part, i) => part !== right[i])
  return at === -1 || (left[at] ?? 0) > (right[at] ?? 0)
}

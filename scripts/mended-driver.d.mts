import type { Plugin } from 'esbuild'

export const mendedDriver: Plugin
export const mendedDriverInTests: {
  name: string
  transform(code: string, id: string): { code: string; map: null } | undefined
}

import { fileURLToPath } from 'node:url'
import { defineConfig, mergeConfig } from 'vitest/config'
import usual from '../../vitest.config.ts'

/** What needs LibreOffice: `npm run test:office`. */
const { test, ...rest } = usual
export default mergeConfig(
  { ...rest, test: { ...test, include: [] } },
  defineConfig({
    test: {
      root: fileURLToPath(new URL('../..', import.meta.url)),
      include: ['tests/office/*.office.ts'],
      testTimeout: 120_000,
      hookTimeout: 180_000,
    },
  }),
)

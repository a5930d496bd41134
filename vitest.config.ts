import { defineConfig } from 'vitest/config'
import { mendedDriverInTests } from './scripts/mended-driver.mjs'

export default defineConfig({
  plugins: [mendedDriverInTests],
  test: {
    globalSetup: ['tests/setup/global.ts'],
    include: ['tests/**/*.test.{ts,tsx}'],
    server: { deps: { inline: [/node_modules\/postgres\//] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes when it comes; a busy machine is no reason to fail.
    expect: { poll: { timeout: 10_000 } },
  },
})

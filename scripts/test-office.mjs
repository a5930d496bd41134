/**
 * The round trip of Word documents through the real LibreOffice. It is no part of `npm test`: it needs
 * a program of some hundred megabytes, which it installs from Debian where it is missing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './sources.mjs'

const wanted = 'libreoffice-writer'

function run(command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error) console.error(error.message)
  return status === 0
}

function stop(message) {
  console.error(message)
  process.exit(1)
}

const isThere = () => spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

if (!isThere()) {
  if (!existsSync('/usr/bin/apt-get'))
    stop(`LibreOffice is missing, and this system has no apt-get. Install it and start this again.`)
  if (process.getuid?.() !== 0)
    stop(
      `LibreOffice is missing, and only root may install it. As root:\n  apt-get install --no-install-recommends ${wanted}`,
    )
  console.log(`LibreOffice is missing: installing ${wanted} from Debian with apt-get.`)
  const isInstalled =
    run('apt-get', 'update', '-q') &&
    run('apt-get', 'install', '-q', '-y', '--no-install-recommends', wanted)
  if (!isInstalled || !isThere()) stop(`${wanted} could not be installed.`)
}

const vitest = path.join('node_modules', '.bin', 'vitest')
if (!run(vitest, 'run', '--config', 'tests/office/vitest.config.ts')) process.exit(1)

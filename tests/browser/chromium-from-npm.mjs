/**
 * Unpacks the Chromium of `@sparticuz/chromium` into a folder (argument 1) and prints what runs
 * it. A process of its own: the package decides by the environment and changes it for everybody.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = process.argv[2]
const fonts = path.join(folder, 'fonts')
process.env.TMPDIR = folder
process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
delete process.env.LD_LIBRARY_PATH
delete process.env.FONTCONFIG_PATH

const { default: chromium } = await import('@sparticuz/chromium')
const executablePath = await chromium.executablePath()

// Its own list of places knows Amazon's machines only.
writeFileSync(
  path.join(fonts, 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${path.join(fonts, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
)

const { LD_LIBRARY_PATH } = process.env
console.log(JSON.stringify({ executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH: fonts } }))

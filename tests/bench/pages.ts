/**
 * `npm run bench:pages -- [--files 20000]`: every page that could grow with the portal, with a tenth of
 * the files and with all of them. What is measured how: docs/bench.md.
 */
import { parseArgs } from 'node:util'
import { startWatchdog } from '../setup/watchdog.ts'
import { measurePages, type PageFigures } from './pages/pages.ts'

const { values } = parseArgs({ options: { files: { type: 'string', default: '20000' } } })
const most = Number(values.files)
const watchdog = startWatchdog()
const few = await measurePages(watchdog, most / 10)
const many = await measurePages(watchdog, most)
await watchdog.finish()

const shown = ({ ms, least, rows, scanned }: PageFigures) =>
  `${ms.toFixed(0)} (${least.toFixed(0)}) | ${rows} | ${scanned}`
console.log(`| page | ${most / 10} files: ms (least) | rows read | scanned | ${most} files: ms (least) | rows read | scanned |
| --- | --- | --- | --- | --- | --- | --- |`)
for (const [page, figures] of few) {
  const then = many.get(page)
  if (then) console.log(`| ${page} | ${shown(figures)} | ${shown(then)} |`)
}

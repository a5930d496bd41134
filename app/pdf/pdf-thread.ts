/**
 * What the thread runs that lays out a PDF: a long table takes seconds, in which pages and texts of others
 * must go on. It is a text, so that it is the same in the sources and in the build, and knows nothing but
 * what it was given.
 */
export const pdfThread = `
const { parentPort, workerData } = require('node:worker_threads')
const path = require('node:path')
const { library, fonts, definition, header, footer } = workerData
const pdfmake = require(library)
const font = (name) => path.join(fonts, name + '.ttf')
pdfmake.setFonts({
  Roboto: {
    normal: font('Roboto-Regular'),
    bold: font('Roboto-Medium'),
    italics: font('Roboto-Italic'),
    bolditalics: font('Roboto-MediumItalic'),
  },
})
// Nothing in a paper of ours is fetched, and nothing but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((file) => path.dirname(path.resolve(file)) === fonts)
const line = { color: () => '#b8bcc4', width: () => 0.5 }
const ruled = {
  hLineColor: line.color, vLineColor: line.color, hLineWidth: line.width, vLineWidth: line.width,
}
const one = () => 1
pdfmake.addTableLayouts({ ruled, narrow: { ...ruled, paddingLeft: one, paddingRight: one } })
pdfmake
  .createPdf({
    ...definition,
    header: () => structuredClone(header),
    footer: (page, pages) => {
      const shown = structuredClone(footer)
      shown.columns[1].text = page + '/' + pages
      return shown
    },
  })
  .getBuffer()
  .then((bytes) => parentPort.postMessage(new Uint8Array(bytes)))
`

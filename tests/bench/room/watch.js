/**
 * In the page, before anything else of it: notes long tasks, the time between pictures, and how long
 * each key and turn of the wheel waits for its picture.
 */
window.bench = { long: [], gaps: [], answers: [] }
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.bench.long.push(duration)
}).observe({ type: 'longtask', buffered: true })

let last = performance.now()
function picture(at) {
  window.bench.gaps.push(at - last)
  last = at
  requestAnimationFrame(picture)
}
requestAnimationFrame(picture)

function answered({ timeStamp }) {
  // Told after the picture has been made, not before.
  requestAnimationFrame(() =>
    setTimeout(() => window.bench.answers.push(performance.now() - timeStamp)),
  )
}
for (const type of ['keydown', 'wheel'])
  document.addEventListener(type, answered, { capture: true, passive: true })

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
  // The picture that shows it is made in the next frame, and is done when the one after it begins. No timer
  // tells that: keys one behind the other go before timers, which then wait for the last of them.
  requestAnimationFrame(() =>
    requestAnimationFrame((at) => window.bench.answers.push(at - timeStamp)),
  )
}
for (const type of ['keydown', 'wheel'])
  document.addEventListener(type, answered, { capture: true, passive: true })

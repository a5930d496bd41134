import { type RefObject, useEffect, useState } from 'react'

/** Whether a region has more in it than it shows: what scrolls must be reachable by keyboard. */
export function useOverflow(ref: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    const region = ref.current
    if (!region) return
    const observer = new ResizeObserver(() => {
      const scrolls = getComputedStyle(region).overflowX !== 'visible'
      const isLarger =
        region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight
      setOverflows(scrolls && isLarger)
    })
    observer.observe(region)
    if (region.firstElementChild) observer.observe(region.firstElementChild)
    return () => observer.disconnect()
  }, [ref])
  return overflows
}

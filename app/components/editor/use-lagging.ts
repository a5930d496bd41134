import { useEffect, useRef, useState } from 'react'

const lagMs = 500

/** A value that follows another one at most twice a second, however often that changes. */
export function useLagging<Value>(value: Value): Value {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    latest.current = value
    timer.current ??= setTimeout(() => {
      timer.current = null
      setShown(latest.current)
    }, lagMs)
  }, [value])
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  return shown
}

import { useSyncExternalStore } from 'react'

const stored = 'concert.keys'
const listeners = new Set<() => void>()

/** Whether single keys do something, as this person chose in this browser. They are on at first. */
export function useKeysSwitch(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(stored) !== 'off',
    () => true,
  )
  return [isOn, set]
}

function set(isOn: boolean) {
  localStorage.setItem(stored, isOn ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

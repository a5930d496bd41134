const SHAPES = {
  check: 'M4 12.5 9.5 18 20 6.5',
  cross: 'M5 5 19 19M19 5 5 19',
  info: 'M12 11v7M12 6.5v.01M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z',
  warning: 'M12 9v6M12 18v.01M12 3 1.5 21h21Z',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  file: 'M6 2h8l5 5v15H6ZM14 2v5h5',
  download: 'M12 3v13M6 11l6 6 6-6M4 21h16',
  copy: 'M8 8h12v13H8ZM16 8V3H4v13h4',
  lock: 'M5 11h14v10H5ZM8 11V7a4 4 0 0 1 8 0v4',
} as const

export type IconName = keyof typeof SHAPES

/** A sign beside words that say the same: it is hidden from those who listen. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  )
}

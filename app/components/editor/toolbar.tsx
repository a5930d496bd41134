import type { Command, EditorState } from 'prosemirror-state'
import { forwardRef, useState, type KeyboardEvent } from 'react'
import { useLocale } from '#app/components/locale.tsx'
import { toolGroups, type Tool, type ToolName } from './tools.ts'

interface ToolbarProps {
  state: EditorState
  run: (command: Command) => void
  onLink: () => void
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
const firstTool: ToolName = 'entry'

/** One stop for Tab; the arrow keys go along it, Home and End to its ends. */
export const Toolbar = forwardRef<HTMLDivElement, ToolbarProps>(function Toolbar(props, ref) {
  const { state, run, onLink } = props
  const { t } = useLocale()
  const [stop, setStop] = useState<string>(firstTool)
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const here = buttons.findIndex((button) => button === document.activeElement)
    const step = steps[event.key]
    const place =
      step === undefined
        ? { Home: 0, End: buttons.length - 1 }[event.key]
        : (here + step + buttons.length) % buttons.length
    const target = place === undefined ? undefined : buttons[place]
    if (!target) return
    event.preventDefault()
    setStop(target.name)
    target.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus
    <div
      ref={ref}
      className="toolbar"
      role="toolbar"
      aria-label={t('editor.toolbar')}
      onKeyDown={move}
    >
      {toolGroups.map(([group, tools]) => (
        <fieldset key={group} className="toolbar__group" aria-label={t(`editor.group.${group}`)}>
          {tools.map((tool) => (
            <ToolButton
              key={tool.name}
              tool={tool}
              state={state}
              isStop={tool.name === stop}
              onUse={() => (tool.name === 'link' ? onLink() : run(tool.command))}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
})

interface ToolButtonProps {
  tool: Tool
  state: EditorState
  isStop: boolean
  onUse: () => void
}

function ToolButton({ tool, state, isStop, onUse }: ToolButtonProps) {
  const { t } = useLocale()
  const words = t(`editor.${tool.name}`)
  const isPossible = tool.command(state)
  return (
    <button
      type="button"
      name={tool.name}
      className={tool.sign ? 'tool tool--sign' : 'tool'}
      tabIndex={isStop ? 0 : -1}
      aria-label={words}
      aria-keyshortcuts={tool.key?.replace('Mod', 'Control').replaceAll('-', '+')}
      aria-pressed={tool.isOn?.(state)}
      aria-disabled={!isPossible}
      title={tool.key ? t('editor.with-key', { tool: words, key: keyWords(tool.key) }) : words}
      // The caret stays where it is in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => isPossible && onUse()}
    >
      {tool.sign ?? words}
    </button>
  )
}

function keyWords(key: string): string {
  return key.replace('Mod', 'Ctrl').replaceAll('-', '+')
}

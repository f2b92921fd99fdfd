// One box for everything that has a number, a phone or a door: each room answers for its own records.
import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, type InputRef, Modal } from 'antd'
import { Fragment, type KeyboardEvent, useId, useRef, useState } from 'react'
import { useMe } from '../../ui/me.tsx'
import { type Finder, type Hit, useGo } from '../../ui/pages.ts'
import { usePhone } from '../../ui/phone.ts'
import { useSettled } from '../../ui/settled.ts'
import { Keys, useShortcut } from '../../ui/shortcuts.tsx'
import { languageNow, useWords } from '../../ui/words.ts'
import { loadFinders } from './rooms.ts'
import { shell } from './shell-words.ts'

type Found = { finder: Finder; hits: Hit[] }
const MOST_PER_ROOM = 6

export function SearchBox() {
  const t = useWords(shell)
  const phone = usePhone()
  const [opened, setOpened] = useState(false)
  const input = useRef<InputRef>(null)
  useShortcut('mod+k', () => setOpened(true))
  return (
    <div className="shell-search">
      {phone ? (
        <Button type="text" icon={<SearchOutlined />} aria-label={t('header.search')} onClick={() => setOpened(true)} />
      ) : (
        <Button className="shell-search-button" onClick={() => setOpened(true)}>
          <SearchOutlined /> <span>{t('header.search')}</span> <Keys of="mod+k" />
        </Button>
      )}
      <Modal
        open={opened}
        title={t('header.search')}
        classNames={{ header: 'sr-only' }}
        footer={null}
        closable={false}
        destroyOnHidden
        style={{ top: phone ? 8 : 72 }}
        onCancel={() => setOpened(false)}
        afterOpenChange={(open) => open && input.current?.focus()}
      >
        <Palette input={input} onDone={() => setOpened(false)} />
      </Modal>
    </div>
  )
}

function Palette({ input, onDone }: { input: React.RefObject<InputRef | null>; onDone(): void }) {
  const t = useWords(shell)
  const go = useGo()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const text = useSettled(typed.trim())
  const found = useFound(text)
  const hits = (found.data ?? []).flatMap((one) => one.hits)
  const open = (hit: Hit | undefined) => {
    if (!hit) return
    onDone()
    go(hit.href)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((now) => Math.max(0, Math.min(hits.length - 1, now + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(hits[at])
  }
  return (
    <div className="shell-palette">
      <Input
        ref={input}
        size="large"
        prefix={<SearchOutlined />}
        value={typed}
        placeholder={t('header.searchHint')}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={hits.length > 0 ? `${id}${at}` : ''}
        aria-label={t('header.searchHint')}
        onKeyDown={press}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
      />
      <div id={`${id}list`} role="listbox" aria-label={t('header.search')}>
        {(found.data ?? []).map(({ finder, hits: own }) => (
          <Fragment key={finder.order}>
            <div className="shell-palette-head" role="presentation">
              {finder.label[languageNow()]}
            </div>
            {own.map((hit) => (
              <button
                key={hit.key}
                id={`${id}${hits.indexOf(hit)}`}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={hits[at] === hit}
                className="shell-palette-hit"
                onClick={() => open(hit)}
              >
                <span>{hit.title}</span>
                <span className="quiet">{hit.hint}</span>
              </button>
            ))}
          </Fragment>
        ))}
      </div>
      {text && found.isSuccess && hits.length === 0 ? (
        <p className="quiet">{t('header.searchNothing', { text })}</p>
      ) : null}
    </div>
  )
}

function useFound(text: string) {
  const { permissions } = useMe()
  return useQuery({
    queryKey: ['search-box', text],
    enabled: text.length > 0,
    queryFn: async ({ signal }): Promise<Found[]> => {
      const finders = (await loadFinders()).filter(({ needs }) => permissions.has(needs))
      // One room that cannot answer leaves the others' hits.
      const found = await Promise.all(
        finders.map(async (finder) => ({ finder, hits: await finder.find(text, signal).catch(() => []) })),
      )
      return found
        .filter(({ hits }) => hits.length > 0)
        .map(({ finder, hits }) => ({ finder, hits: hits.slice(0, MOST_PER_ROOM) }))
    },
  })
}

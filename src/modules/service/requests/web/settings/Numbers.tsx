// Figures that some rules use, each with the sentence that says which.
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useWrite } from '../../../../../ui/api.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { useWords } from '../../../../../ui/words.ts'
import { FALLBACK_NUMBERS, NUMBERS, type NumberKey } from '../../contract/settings.ts'
import { settingWords } from '../words.ts'
import { inScope, type PartProps, settingsApi } from './shared.tsx'

export function Numbers({ settings, estateId, mayChange }: PartProps) {
  const rows = inScope(settings.numbers, estateId)
  return (
    <ul className="rq-numbers">
      {NUMBERS.map((key) => {
        const fits = rows.filter((row) => row.key === key)
        const found = fits.find((row) => row.estateId !== null) ?? fits[0]
        return (
          <NumberLine
            key={`${key} ${found?.value}`}
            name={key}
            value={found?.value ?? FALLBACK_NUMBERS[key]}
            own={estateId !== null && found?.estateId === estateId}
            estateId={estateId}
            mayChange={mayChange}
          />
        )
      })}
    </ul>
  )
}

type LineProps = { name: NumberKey; value: number; own: boolean; estateId: string | null; mayChange: boolean }
function NumberLine({ name, value, own, estateId, mayChange }: LineProps) {
  const t = useWords(settingWords)
  const [typed, setTyped] = useState<number | null>(value)
  const setting = useWrite(settingsApi.setNumber)
  const changed = typed !== null && typed !== value
  const save = async () => {
    if (changed && (await setting.run({ key: name, value: typed, estateId }))) tell.done(t('saved'))
  }
  return (
    <li>
      <label htmlFor={`rq-number-${name}`}>
        {t(`numbers.${name}`)} {own ? <Chip>{t('own')}</Chip> : null}
        <span className="quiet">{t(`numberHints.${name}`)}</span>
      </label>
      <span className="rq-number">
        <InputNumber
          id={`rq-number-${name}`}
          value={typed}
          min={0}
          max={100_000}
          precision={0}
          disabled={!mayChange}
          onChange={setTyped}
          onPressEnter={() => void save()}
        />
        {mayChange ? (
          <Button
            type={changed ? 'primary' : 'default'}
            disabled={!changed}
            loading={setting.running}
            onClick={() => void save()}
          >
            {t('verbs.setNumber')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

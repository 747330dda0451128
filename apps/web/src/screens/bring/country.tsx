/** Where numbers without a country are dialled: guessed from the book, and the owner's to change. */
import Globe from 'lucide-react/icons/globe'
import { useState } from 'react'
import { bring } from '../../i18n/en/bring.ts'
import { locale, useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Pick } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { countries, nameOf } from './countries.ts'
import type { ImportState } from './importing.ts'

export interface CountryProps {
  country: string | undefined
  choose: ImportState['choose']
}

export const Country = ({ country, choose }: CountryProps) => {
  const say = useMessages(bring)
  const [isChanging, setChanging] = useState(false)
  return (
    <div className="bring-country">
      <Icon of={Globe} />
      <span>
        {country === undefined ? say.noCountry : say.country}{' '}
        <b>{country !== undefined && nameOf(country, locale())}</b>
      </span>
      {isChanging ? (
        <World country={country} choose={choose} />
      ) : (
        <Button kind="text" label={`${say.change}: ${say.countryLabel}`} onPress={() => setChanging(true)}>
          {say.change}
        </Button>
      )}
    </div>
  )
}

/** Made only when it is asked for: two hundred and fifty names are a frame's work by themselves. */
const World = ({ country, choose }: CountryProps) => {
  const say = useMessages(bring)
  const [all] = useState(() => countries(locale()).map(({ code, name }) => ({ value: code, words: name })))
  return (
    <Pick
      label={say.countryLabel}
      value={country ?? ''}
      options={country === undefined ? [{ value: '', words: say.choose }, ...all] : all}
      onChange={(code) => code !== '' && choose({ what: 'country', country: code })}
    />
  )
}

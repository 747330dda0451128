/** Where numbers without a country are dialled: guessed from the book, and the owner's to change. */
import Globe from 'lucide-react/icons/globe'
import { useMemo } from 'react'
import { bring } from '../../i18n/en/bring.ts'
import { locale, useMessages } from '../../i18n/messages.ts'
import { Pick } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { countries } from './countries.ts'
import type { ImportState } from './importing.ts'

export interface CountryProps {
  country: string | undefined
  choose: ImportState['choose']
}

export const Country = ({ country, choose }: CountryProps) => {
  const say = useMessages(bring)
  const all = useMemo(() => countries(locale()), [])
  const options = all.map(({ code, name }) => ({ value: code, words: name }))
  return (
    <div className="bring-country">
      <Icon of={Globe} />
      <span>{country === undefined ? say.noCountry : say.country}</span>
      <Pick
        label={say.countryLabel}
        value={country ?? ''}
        options={country === undefined ? [{ value: '', words: say.choose }, ...options] : options}
        onChange={(code) => code !== '' && choose({ what: 'country', country: code })}
      />
    </div>
  )
}

/** The world's countries with their names in a language, as the platform knows them. */

/** Two letters that the platform names and that are no country of today (CLDR: regions and their groups). */
const NONE = new Set(
  'AN BU CS CT DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PU PZ QO QU RH SU TP UK UN VD WK XA XB YD YU ZR ZZ CP CQ'.split(
    ' ',
  ),
)

export interface NamedCountry {
  readonly code: string
  readonly name: string
}

export const countries = (language: string): NamedCountry[] => {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !NONE.has(code))
  return codes
    .flatMap((code) => {
      const name = names.of(code)
      return name === undefined ? [] : [{ code, name }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, language))
}

export const nameOf = (code: string, language: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code

/** The region of the device's language: en-GB says GB, and de says Germany, where most who speak it are. */
export const countryOf = (language: string): string | undefined => {
  try {
    return new Intl.Locale(language).maximize().region
  } catch {
    return undefined
  }
}

/** Ways that bring a file: the whole address book step by step, any file, and what is pasted. */
import { type ReactNode, useState } from 'react'
import type { DeviceKind } from '../../device/abilities.ts'
import { bring } from '../../i18n/en/bring.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Field, TextBox } from '../../ui/field.tsx'
import { Steps } from '../../ui/step-picture.tsx'
import { FileButton } from './file-button.tsx'
import type { ImportState } from './importing.ts'
import { keepPlace, whereOneWas } from './where-one-was.ts'

interface FilesProps {
  types: string | undefined
  disabled: boolean
  onFiles: ImportState['readFiles']
}

type Program = keyof (typeof bring)['programs']
type StepsName = keyof (typeof bring)['steps']

export const WholeBook = ({
  kind,
  isShareTarget,
  ...files
}: FilesProps & { kind: DeviceKind; isShareTarget: boolean }) => {
  const say = useMessages(bring)
  return (
    <div className="bring-in">
      {kind === 'computer' ? <Programs /> : <StepsOf name={kind === 'android' ? 'android' : 'iphone'} />}
      <FileButton {...files}>{say.chooseThatFile}</FileButton>
      <p className="k-note">{isShareTarget ? say.share : say.pageWaits}</p>
    </div>
  )
}

const Programs = () => {
  const say = useMessages(bring)
  const [program, setProgram] = useState<Program>(() => {
    const kept = whereOneWas().program as Program
    return kept in say.programs ? kept : 'icloud'
  })
  const choose = (chosen: Program) => {
    keepPlace({ program: chosen })
    setProgram(chosen)
  }
  const options = (Object.keys(say.programs) as Program[]).map((value) => ({ value, words: say.programs[value] }))
  return (
    <>
      <Choices label={say.where} shown options={options} value={program} onChange={choose} />
      <StepsOf name={program} />
    </>
  )
}

const StepsOf = ({ name }: { name: StepsName }) => {
  const say = useMessages(bring)
  const steps = say.steps[name].map(({ shot, hold, text }, at) => ({
    picture: { words: shot, hold, as: layoutOf(shot, hold, at) },
    words: pieces(text),
  }))
  return <Steps steps={steps} />
}

/** Only a short word stands at the top of a screen without running into what is beside it. */
const layoutOf = (word: string, hold: boolean, at: number): 'head' | 'row' | 'menu' => {
  if (hold) return 'row'
  return at === 0 && word.length <= 6 ? 'head' : 'menu'
}

/** Every second piece is a word that stands on the device's screen. */
const pieces = (text: readonly string[]): ReactNode[] =>
  text.map((piece, index) => (index % 2 === 1 ? <b key={piece}>{piece}</b> : piece))

export const AnyFile = ({ onFiles, ...files }: FilesProps) => {
  const say = useMessages(bring)
  const [server, setServer] = useState('')
  return (
    <div className="bring-in">
      <p>{say.fileWhat}</p>
      <p className="k-soft">{say.linkedin}</p>
      <Field
        label={say.mastodonServer}
        value={server}
        onChange={setServer}
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
      />
      <FileButton {...files} onFiles={(chosen) => void onFiles(chosen, server.trim() || undefined)}>
        {say.chooseFiles}
      </FileButton>
    </div>
  )
}

export const Paste = ({ disabled, onFiles }: FilesProps) => {
  const say = useMessages(bring)
  const [text, setText] = useState('')
  const [failed, setFailed] = useState(false)
  const take = async (): Promise<void> => {
    const read = await onFiles([new File([text], say.pasteName)])
    const isRefused = (read?.refused.length ?? 1) > 0
    setFailed(isRefused)
    if (!isRefused) setText('')
  }
  return (
    <div className="bring-in">
      <TextBox label={say.pasteLabel} help={say.pasteHelp} value={text} onChange={setText} rows={6} />
      <p role="alert">{failed && say.nothingPasted}</p>
      <Button kind="primary" block disabled={disabled || text.trim() === ''} onPress={() => void take()}>
        {say.pasteGo}
      </Button>
    </div>
  )
}

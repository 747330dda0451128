/** Scanning a code inside the app, and in words what keeps the camera from it. */
import { useEffect, useRef, useState } from 'react'
import { join as words } from '../../i18n/en/join.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Button } from '../../ui/button.tsx'
import { type CameraTrouble, closeCamera, openCamera, watch } from './camera.ts'
import { readScan, type Scanned } from './read-scan.ts'

export interface ScanProps {
  onCode: (code: string) => void
  onType: () => void
}

export const Scan = ({ onCode, onType }: ScanProps) => {
  const say = useMessages(words)
  const { video, state, scanned } = useScanning(onCode)
  const trouble = state === 'starting' || state === 'looking' ? undefined : state
  const head = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another head is told anew
  useEffect(() => head.current?.focus(), [trouble])
  return (
    <div className="join-scan">
      {trouble === undefined ? (
        <>
          <h1 tabIndex={-1} ref={head}>
            {say.scanHead}
          </h1>
          <p className="k-lead">{say.scanLead}</p>
          <video ref={video} aria-label={say.camera} autoPlay muted playsInline />
          <p className="k-soft" role="status">
            {state === 'starting' ? say.cameraStarts : scanned?.kind === 'other' ? say.noCode : ''}
            {scanned?.kind === 'elsewhere' && (
              <>
                {say.elsewhere(scanned.host)} <a href={scanned.url}>{say.goThere}</a>
              </>
            )}
          </p>
        </>
      ) : (
        <div>
          <h1 tabIndex={-1} ref={head}>
            {trouble === 'refused' ? say.refusedHead : say.absentHead}
          </h1>
          <p className="k-lead">{say[trouble]}</p>
        </div>
      )}
      <Button block kind={trouble === undefined ? 'outline' : 'primary'} onPress={onType}>
        {say.type}
      </Button>
    </div>
  )
}

type State = 'starting' | 'looking' | CameraTrouble

const useScanning = (onCode: (code: string) => void) => {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<State>('starting')
  const [scanned, setScanned] = useState<Scanned>()
  const found = useRef(onCode)
  found.current = onCode
  useEffect(() => {
    let stop: (() => void) | undefined
    let over = false
    const hear = (text: string): void => {
      const reading = readScan(text, location.origin)
      if (reading.kind === 'room') found.current(reading.code)
      else setScanned(reading)
    }
    const start = async (): Promise<void> => {
      const camera = await openCamera()
      if (typeof camera === 'string') return over ? undefined : setState(camera)
      const element = video.current
      if (over || element === null) return closeCamera(camera)
      element.srcObject = camera
      const unwatch = watch(element, hear)
      stop = () => {
        unwatch()
        closeCamera(camera)
      }
      setState('looking')
    }
    void start()
    return () => {
      over = true
      stop?.()
    }
  }, [])
  return { video, state, scanned }
}

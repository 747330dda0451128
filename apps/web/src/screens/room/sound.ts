/** A soft sound of two notes, made on the spot; and a short vibration, where the device has one. */

const NOTES = [587.33, 880] as const
const LENGTH_S = 0.35

let context: AudioContext | undefined

export const play = (): void => {
  context ??= new AudioContext()
  void context.resume()
  const from = context.currentTime
  for (const [i, pitch] of NOTES.entries()) strike(context, pitch, from + i * 0.16)
}

const strike = (audio: AudioContext, pitch: number, at: number): void => {
  const tone = audio.createOscillator()
  const loudness = audio.createGain()
  tone.frequency.value = pitch
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.12, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.001, at + LENGTH_S)
  tone.connect(loudness).connect(audio.destination)
  tone.start(at)
  tone.stop(at + LENGTH_S)
}

export const vibrate = (): void => {
  // Refused before the first tap on the page, and unknown to some devices.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([90, 60, 90])
}

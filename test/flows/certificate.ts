/** A certificate that nobody vouches for, for servers that a flow runs under made-up names (RFC 5280, in DER). */
import { generateKeyPairSync, sign } from 'node:crypto'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

export const selfSigned = (...names: readonly string[]): Certificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(names[0]!)))))
  const validity = sequence(utcTime(Date.now() - DAY), utcTime(Date.now() + DAY))
  const alternatives = sequence(...names.map((one) => der(0x82, Buffer.from(one))))
  const extensions = der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(0x04, alternatives))))
  const version3 = der(0xa0, der(0x02, Buffer.from([2])))
  const serial = der(0x02, Buffer.from([1]))
  const key = publicKey.export({ type: 'spki', format: 'der' })
  const body = sequence(version3, serial, sequence(ECDSA_SHA256), name, validity, name, key, extensions)
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]))
  const cert = sequence(body, sequence(ECDSA_SHA256), signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
  }
}

const DAY = 86_400_000

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)

/** `YYMMDDhhmmssZ`. */
const utcTime = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)}Z`))

// 1.2.840.10045.4.3.2, 2.5.4.3, 2.5.29.17
const ECDSA_SHA256 = der(0x06, Buffer.from('2a8648ce3d040302', 'hex'))
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))
const SUBJECT_ALT_NAME = der(0x06, Buffer.from('551d11', 'hex'))

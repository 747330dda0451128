/** DATA4: XChaCha20-Poly1305. A random nonce of 24 bytes stands before what is sealed; its context is the associated data. */
import sodium from 'libsodium-wrappers-sumo'

export function sealText(key: Uint8Array, text: string, context: string): Uint8Array {
  const nonce = sodium.randombytes_buf(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, context, null, nonce, key)
  const bytes = new Uint8Array(nonce.length + sealed.length)
  bytes.set(nonce)
  bytes.set(sealed, nonce.length)
  return bytes
}

export function openSealed(key: Uint8Array, bytes: Uint8Array, context: string): string {
  const nonceLength = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
  const nonce = bytes.subarray(0, nonceLength)
  const sealed = bytes.subarray(nonceLength)
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, context, nonce, key, 'text')
  } catch {
    throw new Error('sealed: not by these keys, or not in this context')
  }
}

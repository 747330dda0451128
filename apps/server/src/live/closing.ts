/** Closing a socket: the reasons of the protocol, each with its code. */
import { CLOSE } from '@kith/protocol'
import type { WebSocket } from 'ws'

export type CloseReason = keyof typeof CLOSE

export const closeSocket = (socket: WebSocket, reason: CloseReason): void => socket.close(CLOSE[reason].code, reason)

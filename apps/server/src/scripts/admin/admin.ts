/** What the running server answers on its admin socket. */
import type { Config } from '../../config.ts'
import type { Context } from '../../context.ts'
import { instanceOf } from '../../http/health.ts'
import { localOrigin } from '../../share/share.ts'
import type { Admin } from './socket.ts'

export const createAdmin = ({ app, store, services }: Context, config: Config): Admin => ({
  hello: () => ({
    instance: instanceOf(app),
    publicUrl: config.publicUrl.origin,
    trustProxy: config.trustProxy,
    local: localOrigin(config),
  }),

  reports: async () => {
    const open = await store.reports.open()
    return await Promise.all(
      open.map(async ({ id, at, roomId, text }) => {
        const room = await store.rooms.byId(roomId)
        return { id, at, room: room?.name ?? '', text }
      }),
    )
  },

  closeReport: async (id) => {
    const report = (await store.reports.open()).find((one) => one.id === id)
    if (report === undefined) return false
    await store.reports.close(id)
    const room = services.registry.rooms.find((one) => one.room.id === report.roomId)
    // The host's desk shows it no longer.
    for (const host of room?.needs.telling.watchersOf(room.room.code) ?? []) room?.tellDesk(host)
    return true
  },
})

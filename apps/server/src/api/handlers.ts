/** Every method of the protocol with what stands behind it. */
import type { Services } from '../services/services.ts'
import { cardsIKnowThem } from './cards.iKnowThem.ts'
import { cardsIKnowThemTakenBack } from './cards.iKnowThemTakenBack.ts'
import { cardsNotNow } from './cards.notNow.ts'
import { cardsTakeBack } from './cards.takeBack.ts'
import { cardsWave } from './cards.wave.ts'
import { contactsEvaluate } from './contacts.evaluate.ts'
import { contactsPut } from './contacts.put.ts'
import { contactsRemove } from './contacts.remove.ts'
import { contactsTell } from './contacts.tell.ts'
import type { Handlers } from './handler.ts'
import { hostAdmitMore } from './host.admitMore.ts'
import { hostAgain } from './host.again.ts'
import { hostAnswer } from './host.answer.ts'
import { hostCallAll } from './host.callAll.ts'
import { hostChange } from './host.change.ts'
import { hostClose } from './host.close.ts'
import { hostCloseReport } from './host.closeReport.ts'
import { hostDesk } from './host.desk.ts'
import { hostHush } from './host.hush.ts'
import { hostLink } from './host.link.ts'
import { hostRemove } from './host.remove.ts'
import { introductionsComing } from './introductions.coming.ts'
import { introductionsFound } from './introductions.found.ts'
import { introductionsGet } from './introductions.get.ts'
import { introductionsMet } from './introductions.met.ts'
import { introductionsMore } from './introductions.more.ts'
import { meClaim } from './me.claim.ts'
import { meForget } from './me.forget.ts'
import { meGet } from './me.get.ts'
import { meHush } from './me.hush.ts'
import { meLink } from './me.link.ts'
import { meName } from './me.name.ts'
import { messagesList } from './messages.list.ts'
import { messagesRead } from './messages.read.ts'
import { messagesSend } from './messages.send.ts'
import { peopleBlock } from './people.block.ts'
import { peopleReport } from './people.report.ts'
import { roomsHost } from './rooms.host.ts'
import { roomsJoin } from './rooms.join.ts'
import { roomsLeave } from './rooms.leave.ts'
import { roomsOpen } from './rooms.open.ts'
import { roomsPeek } from './rooms.peek.ts'
import { roomsSeal } from './rooms.seal.ts'
import { roomsWall } from './rooms.wall.ts'
import { topicsTap } from './topics.tap.ts'
import { tryBook } from './try.book.ts'
import { tryOpen } from './try.open.ts'

export const createHandlers = (services: Services): Handlers => ({
  'rooms.open': roomsOpen(services),
  'rooms.peek': roomsPeek(services),
  'rooms.join': roomsJoin(services),
  'rooms.leave': roomsLeave(services),
  'rooms.seal': roomsSeal(services),
  'rooms.host': roomsHost(services),
  'rooms.wall': roomsWall(services),
  'topics.tap': topicsTap(services),
  'contacts.evaluate': contactsEvaluate(services),
  'contacts.put': contactsPut(services),
  'contacts.remove': contactsRemove(services),
  'contacts.tell': contactsTell(services),
  'cards.wave': cardsWave(services),
  'cards.takeBack': cardsTakeBack(services),
  'cards.notNow': cardsNotNow(services),
  'cards.iKnowThem': cardsIKnowThem(services),
  'cards.iKnowThemTakenBack': cardsIKnowThemTakenBack(services),
  'people.block': peopleBlock(services),
  'people.report': peopleReport(services),
  'introductions.get': introductionsGet(services),
  'introductions.more': introductionsMore(services),
  'introductions.coming': introductionsComing(services),
  'introductions.found': introductionsFound(services),
  'introductions.met': introductionsMet(services),
  'messages.send': messagesSend(services),
  'messages.list': messagesList(services),
  'messages.read': messagesRead(services),
  'me.get': meGet(services),
  'me.name': meName(services),
  'me.hush': meHush(services),
  'me.link': meLink(services),
  'me.claim': meClaim(services),
  'me.forget': meForget(services),
  'host.desk': hostDesk(services),
  'host.link': hostLink(services),
  'host.hush': hostHush(services),
  'host.callAll': hostCallAll(services),
  'host.admitMore': hostAdmitMore(services),
  'host.answer': hostAnswer(services),
  'host.change': hostChange(services),
  'host.remove': hostRemove(services),
  'host.closeReport': hostCloseReport(services),
  'host.close': hostClose(services),
  'host.again': hostAgain(services),
  'try.book': tryBook(services),
  'try.open': tryOpen(services),
})

import * as v from 'valibot'
import { scenarioSchema, type ScenarioInput } from '../../schema'
import type { CatalogueEntry } from '../entry'
import { bothEnd } from './both-end'
import { bothWrite } from './both-write'
import { clientDestroy } from './client-destroy'
import { clientKeepsSending } from './client-keeps-sending'
import { clientReset } from './client-reset'
import { connectThenClientEnd } from './connect-then-client-end'
import { connectThenServerEnd } from './connect-then-server-end'
import { connectionRefused } from './connection-refused'
import { destroyUnread } from './destroy-unread'
import { echoTwice } from './echo-twice'
import { endBeforeConnect } from './end-before-connect'
import { endWithData } from './end-with-data'
import { fourSegmentClose } from './four-segment-close'
import { fullWindow } from './full-window'
import { halfCloseServerContinues } from './half-close-server-continues'
import { largeWrite } from './large-write'
import { requestResponseClientEnd } from './request-response-client-end'
import { requestResponseServerEnd } from './request-response-server-end'
import { resetDuringTransfer } from './reset-during-transfer'
import { serverReset } from './server-reset'
import { serverSpeaksFirst } from './server-speaks-first'
import { severalWrites } from './several-writes'
import { slowReply } from './slow-reply'
import { twoRequests } from './two-requests'
import { writeBeforeConnect } from './write-before-connect'
import { writeToClosedPeer } from './write-to-closed-peer'
import { writeWhilePaused } from './write-while-paused'

const GROUPED: Readonly<Record<string, readonly ScenarioInput[]>> = {
  connect: [connectThenClientEnd, connectionRefused, serverSpeaksFirst, writeBeforeConnect, endBeforeConnect],
  data: [
    requestResponseClientEnd,
    requestResponseServerEnd,
    echoTwice,
    slowReply,
    twoRequests,
    severalWrites,
    bothWrite,
    largeWrite,
    writeWhilePaused,
    fullWindow,
  ],
  close: [connectThenServerEnd, endWithData, bothEnd, clientDestroy],
  'half-close': [fourSegmentClose, halfCloseServerContinues, clientKeepsSending],
  reset: [clientReset, serverReset, destroyUnread, writeToClosedPeer, resetDuringTransfer],
}

/** The scenarios that play on real sockets, grouped, in the order in which they teach. */
export const LIVE: readonly CatalogueEntry[] = Object.entries(GROUPED).flatMap(([group, scenarios]) =>
  scenarios.map((scenario) => ({ kind: 'live' as const, group, scenario: v.parse(scenarioSchema, scenario) })),
)

import * as v from 'valibot'
import { scenarioSchema, type ScenarioInput } from '../../schema'
import type { CatalogueEntry } from '../entry'
import { badWeather } from './bad-weather'
import { basicHandshake } from './basic-handshake'
import { closeWaitLeak } from './close-wait-leak'
import { duplicatedData } from './duplicated-data'
import { fastRetransmit } from './fast-retransmit'
import { halfOpenData } from './half-open-data'
import { halfOpenDiscovery } from './half-open-discovery'
import { isnAlwaysZero } from './isn-always-zero'
import { lostData } from './lost-data'
import { lostFin } from './lost-fin'
import { lostLastAck } from './lost-last-ack'
import { lostSyn } from './lost-syn'
import { lostSynAck } from './lost-syn-ack'
import { lostThirdAck } from './lost-third-ack'
import { lostWindowUpdate } from './lost-window-update'
import { nagleDelayedAck } from './nagle-delayed-ack'
import { nagleOff } from './nagle-off'
import { noAckForFin } from './no-ack-for-fin'
import { noTimeWait } from './no-time-wait'
import { normalClose } from './normal-close'
import { oldDuplicateSyn } from './old-duplicate-syn'
import { reorderedData } from './reordered-data'
import { simultaneousClose } from './simultaneous-close'
import { simultaneousOpen } from './simultaneous-open'
import { synCookies } from './syn-cookies'
import { synFlood } from './syn-flood'
import { twoPassiveSockets } from './two-passive-sockets'
import { twoWayHandshake } from './two-way-handshake'
import { zeroWindow } from './zero-window'

const GROUPED: Readonly<Record<string, readonly ScenarioInput[]>> = {
  figures: [
    basicHandshake,
    simultaneousOpen,
    oldDuplicateSyn,
    halfOpenDiscovery,
    halfOpenData,
    twoPassiveSockets,
    normalClose,
    simultaneousClose,
  ],
  loss: [
    lostSyn,
    lostSynAck,
    lostThirdAck,
    lostData,
    fastRetransmit,
    reorderedData,
    duplicatedData,
    lostFin,
    lostLastAck,
    badWeather,
  ],
  flow: [zeroWindow, lostWindowUpdate, nagleDelayedAck, nagleOff, closeWaitLeak],
  broken: [synFlood, synCookies, twoWayHandshake, noTimeWait, isnAlwaysZero, noAckForFin],
}

/** The scenarios of the virtual network, with every default filled in, in the order of the menu. */
export const WHAT_IF: readonly CatalogueEntry[] = Object.entries(GROUPED).flatMap(([group, scenarios]) =>
  scenarios.map((scenario): CatalogueEntry => ({
    kind: 'what-if',
    group,
    scenario: v.parse(scenarioSchema, scenario),
  })),
)

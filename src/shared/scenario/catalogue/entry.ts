import type { LocalizedText } from '../../trace/schema'
import type { Scenario } from '../schema'

/** One line of the scenario menu: played on real sockets (`live`) or on the virtual network (`what-if`). */
export interface CatalogueEntry {
  readonly kind: 'live' | 'what-if'
  /** A key of `LIVE_GROUPS` or of `WHAT_IF_GROUPS`. */
  readonly group: string
  readonly scenario: Scenario
}

/** The headings of the live half of the menu, in the order it shows them. */
export const LIVE_GROUPS: Readonly<Record<string, LocalizedText>> = {
  connect: { en: 'Opening a connection', 'zh-CN': '建立连接' },
  data: { en: 'Sending data', 'zh-CN': '传输数据' },
  close: { en: 'Closing in order', 'zh-CN': '正常关闭' },
  'half-close': { en: 'Closing one direction', 'zh-CN': '半关闭' },
  reset: { en: 'Breaking off', 'zh-CN': '中止连接' },
}

/** The headings of the what-if half, in the order the menu shows them. */
export const WHAT_IF_GROUPS: Readonly<Record<string, LocalizedText>> = {
  figures: { en: 'What if: RFC 9293’s figures', 'zh-CN': '假想：RFC 9293 中的各图' },
  loss: { en: 'What if: a network that loses', 'zh-CN': '假想：会丢失报文段的网络' },
  flow: { en: 'What if: someone has to wait', 'zh-CN': '假想：有一方必须等待' },
  broken: { en: 'What if: an attack, or a rule of TCP missing', 'zh-CN': '假想：遭到攻击，或少了一条 TCP 规则' },
}

import type { LocalizedText } from '../../trace/schema'
import type { Scenario } from '../schema'

/** One line of the scenario menu: played on real sockets (`live`) or on the virtual network (`what-if`). */
export interface CatalogueEntry {
  readonly kind: 'live' | 'what-if'
  /** A key of `LIVE_GROUPS` or of the what-if groups. */
  readonly group: string
  readonly scenario: Scenario
}

/** The headings of the live half of the menu, in the order it shows them. */
export const LIVE_GROUPS: Readonly<Record<string, LocalizedText>> = {
  connect: { en: 'Opening a connection', 'zh-CN': '建立连接' },
  data: { en: 'Sending data', 'zh-CN': '传输数据' },
  close: { en: 'Closing in order', 'zh-CN': '正常关闭' },
  'half-close': { en: 'Closing one direction', 'zh-CN': '半关闭' },
  reset: { en: 'Breaking off', 'zh-CN': '异常中断' },
}

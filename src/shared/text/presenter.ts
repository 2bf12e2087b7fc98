import type { Area } from './area'

/** Presenting and the speaker notes. */
export const presenter = {
  'presenter.title': { en: 'Presentation', 'zh-CN': '演示' },
  'presenter.enter': { en: 'Present', 'zh-CN': '开始演示' },
  'presenter.enterMore': { en: 'Full screen, one segment at a time.', 'zh-CN': '全屏，每次一个报文段。' },
  'presenter.notes': { en: 'Speaker notes', 'zh-CN': '演讲者备注' },
  'presenter.notesMore': {
    en: 'In a window of its own, in step with the presentation.',
    'zh-CN': '供讲者自用的窗口，与演示同步。',
  },
  'presenter.controls': { en: 'Presentation controls', 'zh-CN': '演示控制' },
  'presenter.act.previous': { en: 'Back', 'zh-CN': '上一步' },
  'presenter.act.next': { en: 'Next', 'zh-CN': '下一步' },
  'presenter.act.blank': { en: 'Blank screen', 'zh-CN': '黑屏' },
  'presenter.act.notes': { en: 'Speaker notes', 'zh-CN': '演讲者备注' },
  'presenter.act.fill': { en: 'Full screen', 'zh-CN': '全屏' },
  'presenter.act.unfill': { en: 'End full screen', 'zh-CN': '退出全屏' },
  'presenter.act.leave': { en: 'End the presentation', 'zh-CN': '结束演示' },
  'presenter.begin': {
    en: 'Page Down, → or a clicker shows the first segment.',
    'zh-CN': '按 Page Down、→ 或翻页笔显示第一个报文段。',
  },
  'presenter.nothing': {
    en: 'There is no conversation to present. Esc leads back.',
    'zh-CN': '没有可演示的报文交换过程。按 Esc 返回。',
  },
  'presenter.way': { en: '{from} → {to}', 'zh-CN': '{from}→{to}' },
  'presenter.dark': { en: 'The screen is blank.', 'zh-CN': '屏幕已变黑。' },
  'presenter.blocked': {
    en: 'The browser blocked the notes window. Allow pop-up windows for this address, then press S again.',
    'zh-CN': '浏览器拦截了备注窗口。请允许此地址弹出窗口，然后再按一次 S。',
  },
  'presenter.untitled': { en: 'A connection without a scenario', 'zh-CN': '未使用场景的连接' },
  'presenter.notesTitle': { en: 'Speaker notes', 'zh-CN': '演讲者备注' },
  'presenter.elapsed': { en: 'Elapsed time', 'zh-CN': '已用时间' },
  'presenter.reset': { en: 'Set to zero', 'zh-CN': '归零' },
  'presenter.waiting': { en: 'Waiting for the window that presents…', 'zh-CN': '正在等待演示窗口…' },
  'presenter.over': { en: 'The window that presented is closed.', 'zh-CN': '演示窗口已关闭。' },
  'presenter.notYet': {
    en: 'The presentation has not begun. P in the main window begins it.',
    'zh-CN': '演示尚未开始。在主窗口按 P 开始。',
  },
  'presenter.ended': {
    en: 'The presentation is over. P in the main window begins it again.',
    'zh-CN': '演示已结束。在主窗口按 P 可重新开始。',
  },
  'presenter.now': { en: 'Now on the screen', 'zh-CN': '屏幕上的内容' },
  'presenter.next': { en: 'Next, hidden from the audience', 'zh-CN': '下一个报文段（观众看不到）' },
  'presenter.before': { en: 'Nothing is shown yet.', 'zh-CN': '尚未显示任何报文段。' },
  'presenter.end': { en: 'That was the last segment.', 'zh-CN': '这已是最后一个报文段。' },
  'presenter.about': { en: 'About the scenario', 'zh-CN': '关于此场景' },
} satisfies Area

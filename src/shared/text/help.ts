import type { Area } from './area'

/** The help. */
export const help = {
  'help.title': { en: 'Help and keys', 'zh-CN': '帮助与按键' },
  'help.intro': {
    en: 'A program that uses sockets never sees a segment: it makes calls and gets events. This app runs a real server and a real client, records what they see, and draws what TCP must have done. It never mixes the two.',
    'zh-CN':
      '使用套接字的程序看不到报文段：它只发起调用、接收事件。本应用运行真实的服务器与客户端，记录它们所见，并画出 TCP 必然做过的事，两者从不混淆。',
  },
  'help.panes.title': { en: 'Three panes, one story', 'zh-CN': '三个面板，同一个报文交换过程' },
  'help.panes.program': {
    en: 'lists the calls (triangles) and events (dots) of both sockets, in the order they really happened.',
    'zh-CN': '按真实发生的先后列出两端套接字的调用（三角）与事件（圆点）。',
  },
  'help.panes.stage': {
    en: 'draws the segments between client and server; the bars are the TCP states of each end. Display, in the header, chooses the theme, and relative or absolute sequence numbers.',
    'zh-CN': '画出客户端与服务器之间的报文段；竖条是两端的 TCP 状态。顶部的“显示设置”可选择主题，以及相对或绝对序号。',
  },
  'help.panes.inspector': {
    en: 'explains what is selected: the numbers, the rule, the section of the RFC. The list of segments is a table or, as text, the conversation in words.',
    'zh-CN':
      '解释所选内容：数字、规则以及 RFC 的章节。报文段列表可显示为表格，也可显示为文字，即用文字描述的报文交换过程。',
  },
  'help.tabs': {
    en: 'Every tab opened at this address shows the same lab: what is connected, closed or reset in one changes in all.',
    'zh-CN': '在此地址打开的每个标签页都是同一个实验室：在其中一个里建立、关闭或复位连接，其他标签页也会随之变化。',
  },
  'help.provenance': { en: 'How it knows', 'zh-CN': '依据从何而来' },
  'help.lane.observed': {
    en: 'an event that our sockets really fired, or a call that was made',
    'zh-CN': '套接字真正触发的事件，或发起过的调用',
  },
  'help.lane.inferred': {
    en: 'derived from those events by a model of RFC 9293; where nobody can know, it says so',
    'zh-CN': '由 RFC 9293 模型从这些事件推导而来；无人能确知之处会予以说明',
  },
  'help.lane.simulated': {
    en: 'a what-if on a virtual network, without sockets',
    'zh-CN': '虚拟网络上的假想场景，没有套接字',
  },
  'help.lane.captured': {
    en: 'read off a wire: in a capture file, or in a run over a wire of the lab’s own',
    'zh-CN': '从线路上读取：见于抓包文件，或实验室自己的线路上的运行',
  },
  'help.lane.kernel': {
    en: 'read from the operating system’s own table of sockets, in a run over a wire',
    'zh-CN': '读自操作系统自身的套接字表，见于线路上的运行',
  },
  'help.keys.title': { en: 'Keys', 'zh-CN': '按键' },
  'help.keys.step': { en: 'one segment back, one on', 'zh-CN': '后退或前进一个报文段' },
  'help.keys.play': { en: 'play or pause', 'zh-CN': '播放或暂停' },
  'help.keys.ends': { en: 'to the beginning, to the end', 'zh-CN': '到开头，到结尾' },
  'help.keys.clear': { en: 'select nothing: the overview', 'zh-CN': '取消选择：显示概览' },
  'help.keys.tab': {
    en: 'from pane to pane; in a list, the arrow keys go on',
    'zh-CN': '在面板之间移动；在列表中则用方向键',
  },
  'help.keys.present': {
    en: 'present: full screen, for a projector (F5 in the desktop app)',
    'zh-CN': '开始演示：全屏，适合投影（桌面版也可按 F5）',
  },
  'help.keys.help': { en: 'this help', 'zh-CN': '打开此帮助' },
  'help.presenting.title': { en: 'Keys while presenting', 'zh-CN': '演示时的按键' },
  'help.presenting.intro': {
    en: 'One segment at a time; what comes later stays hidden. Opening the speaker notes can end full screen: open them first (More), or press F again.',
    'zh-CN': '每次显示一个报文段，之后的内容保持隐藏。打开备注窗口可能会退出全屏：请先从“更多”打开备注，或再按一次 F。',
  },
  'help.presenting.next': {
    en: 'the next segment; a clicker sends Page Down',
    'zh-CN': '下一个报文段；翻页笔发送的是 Page Down',
  },
  'help.presenting.previous': { en: 'one segment back', 'zh-CN': '后退一个报文段' },
  'help.presenting.blank': { en: 'blank the screen; any step brings it back', 'zh-CN': '黑屏；任何翻页键都会恢复画面' },
  'help.presenting.notes': {
    en: 'speaker notes in a window of their own, with the next segment and a timer',
    'zh-CN': '在单独的窗口中打开演讲者备注，含下一个报文段与计时器',
  },
  'help.presenting.fill': { en: 'full screen, or not', 'zh-CN': '进入或退出全屏' },
  'help.presenting.leave': { en: 'end the presentation', 'zh-CN': '结束演示' },
  'help.about': {
    en: 'Handshake Lab {version} · Node {node} · {os}',
    'zh-CN': '握手实验室 {version} · Node {node} · {os}',
  },
} satisfies Area

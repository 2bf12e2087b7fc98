/** What the menus and dialogs of the desktop app say. The page has texts of its own. */
const en = {
  file: 'File',
  exportSvg: 'Export SVG…',
  exportPng: 'Export PNG…',
  close: 'Close Window',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  copySvg: 'Copy Diagram as SVG',
  view: 'View',
  present: 'Present',
  speakerNotes: 'Speaker Notes',
  reload: 'Reload',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  developerTools: 'Developer Tools',
  window: 'Window',
  minimize: 'Minimize',
  help: 'Help',
  shortcuts: 'Keyboard Shortcuts',
  standard: 'RFC 9293: Transmission Control Protocol',
  about: 'About Handshake Lab',
  save: 'Save',
  aboutText: 'See how a TCP connection opens and closes: what the program saw, what TCP must have done, and why.',
  crashed: 'The page of Handshake Lab has stopped.',
  crashedDetail: 'The lab is still running: reloading the page brings everything back.',
  hung: 'The page of Handshake Lab does not respond.',
  hungDetail: 'You can wait, or reload the page: the lab itself keeps running.',
  wait: 'Wait',
}

export type Labels = Readonly<typeof en>
export type Language = 'en' | 'zh-CN'

const zhCN: Labels = {
  file: '文件',
  exportSvg: '导出 SVG…',
  exportPng: '导出 PNG…',
  close: '关闭窗口',
  quit: '退出',
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  copySvg: '将时序图复制为 SVG',
  view: '视图',
  present: '开始演示',
  speakerNotes: '演讲者备注',
  reload: '重新加载',
  actualSize: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  fullScreen: '全屏',
  developerTools: '开发者工具',
  window: '窗口',
  minimize: '最小化',
  help: '帮助',
  shortcuts: '键盘快捷键',
  standard: 'RFC 9293：传输控制协议',
  about: '关于握手实验室',
  save: '保存',
  aboutText: '看清 TCP 连接如何建立与关闭：程序看到了什么，TCP 必然做了什么，以及为什么。',
  crashed: '握手实验室的页面已停止运行。',
  crashedDetail: '实验室本身仍在运行：重新加载页面即可恢复全部内容。',
  hung: '握手实验室的页面没有响应。',
  hungDetail: '可以继续等待，也可以重新加载页面：实验室本身仍在运行。',
  wait: '等待',
}

export const labels = (language: Language): Labels => (language === 'zh-CN' ? zhCN : en)

/** The first of the system's languages that is ours; English where none is. */
export function languageOf(preferred: readonly string[]): Language {
  const ours = preferred.find((tag) => /^(en|zh)\b/i.test(tag))
  return ours && /^zh/i.test(ours) ? 'zh-CN' : 'en'
}

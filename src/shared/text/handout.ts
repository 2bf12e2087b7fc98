import type { Area } from './area'

/** The printed page. */
export const handout = {
  'handout.title': { en: 'A TCP connection', 'zh-CN': '一次 TCP 连接' },
  'handout.diagram': { en: 'Sequence diagram', 'zh-CN': '时序图' },
  'handout.table': { en: 'Segments', 'zh-CN': '报文段' },
  'handout.words': { en: 'Segment by segment', 'zh-CN': '逐个报文段说明' },
  'handout.notes': {
    en: 'What nobody can know, and what had to be bent',
    'zh-CN': '无从得知之处，以及模型以证据为准、作出改动之处',
  },
  'handout.n': { en: 'No.', 'zh-CN': '编号' },
  'handout.time': { en: 'Time (ms)', 'zh-CN': '时间（毫秒）' },
  'handout.from': { en: 'From', 'zh-CN': '发送方' },
  'handout.flags': { en: 'Flags', 'zh-CN': '标志' },
  'handout.seq': { en: 'seq', 'zh-CN': '序号' },
  'handout.ack': { en: 'ack', 'zh-CN': '确认号' },
  'handout.len': { en: 'Bytes', 'zh-CN': '字节数' },
  'handout.window': { en: 'Window (bytes)', 'zh-CN': '窗口（字节）' },
  'handout.provenance': { en: 'Source', 'zh-CN': '来源' },
  'handout.relative': {
    en: 'Sequence numbers are relative: each side counts from its own initial number.',
    'zh-CN': '序号为相对值：每一方从自己的初始序号算起。',
  },
  'handout.absolute': { en: 'Sequence numbers are absolute, 32 bits.', 'zh-CN': '序号为绝对值，32 位。' },
  'handout.lookFor': { en: 'Look for:', 'zh-CN': '留意：' },
  'handout.legend': { en: 'Legend', 'zh-CN': '图例' },
  'handout.folded': {
    en: 'Segments {first} to {last}: {count} more of data and acknowledgements',
    'zh-CN': '报文段 {first} 至 {last}：同样的数据与确认，共 {count} 个',
  },
  'handout.leftOut': { en: '{count} segments, {first} to {last}', 'zh-CN': '{count} 个报文段，{first} 至 {last}' },
  'handout.folded.client': { en: '{bytes} bytes from the client', 'zh-CN': '客户端发送 {bytes} 字节' },
  'handout.folded.server': { en: '{bytes} bytes from the server', 'zh-CN': '服务器发送 {bytes} 字节' },
  'handout.part': { en: 'Part {part} of {parts}.', 'zh-CN': '第 {part} 部分，共 {parts} 部分。' },
  'handout.platform': { en: '{os}, Node.js {node}', 'zh-CN': '{os}，Node.js {node}' },
  'handout.footer': { en: 'Made with Handshake Lab.', 'zh-CN': '由握手实验室生成。' },
  'worksheet.title': { en: 'Worksheet', 'zh-CN': '练习' },
  'worksheet.key': { en: 'Answer key', 'zh-CN': '答案' },
  'worksheet.name': {
    en: 'Name: ______________________   Date: ______________',
    'zh-CN': '姓名：______________________   日期：______________',
  },
  'worksheet.seed': { en: 'sheet {seed}', 'zh-CN': '第 {seed} 号卷' },
  'worksheet.task': {
    en: 'Fill in the {count} framed field. A dash stands where a segment has no such number. | Fill in the {count} framed fields. A dash stands where a segment has no such number.',
    'zh-CN': '填写 {count} 个带框的空格。报文段没有该序号时填短横线。',
  },
} satisfies Area

import type { Messages } from '../format'

export const handout: Messages = {
  'handout.title': '一次 TCP 连接',
  'handout.diagram': '时序图',
  'handout.table': '报文段',
  'handout.words': '逐个报文段说明',
  'handout.notes': '无从得知之处，以及模型迁就证据之处',
  'handout.n': '序号',
  'handout.time': '时间（毫秒）',
  'handout.from': '发送方',
  'handout.flags': '标志',
  'handout.seq': '序列号',
  'handout.ack': '确认号',
  'handout.len': '字节数',
  'handout.provenance': '来源',
  'handout.relative': '序列号为相对值：每一方从自己的初始序列号算起。',
  'handout.absolute': '序列号为绝对值，32 位。',
  'handout.lookFor': '留意：',
  'handout.legend': '图例',
  'handout.part': '第 {part} 部分，共 {parts} 部分。',
  'handout.platform': '{os}，Node.js {node}',
  'handout.footer': '由握手实验室生成。',
}

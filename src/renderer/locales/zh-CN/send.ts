export default {
  send: '发送',
  title: '发送数据',
  from: '发送方',
  what: '内容',
  text: '文本',
  bytes: '字节',
  count: '字节数',
  submit: '立即发送',
  empty: '请先输入内容。',
  notCount: '请输入不小于 1 的整数。',
  tooMuch: '一次最多 1 GiB。',
  ended: '这一方现在无法发送：{side}已结束自己的发送方向，或尚未连接。',
  call: {
    client: 'client.write(…)',
    server: 'socket.write(…)',
  },
}
